//! A preview that runs, and plain HTTP to speak with it.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::thread::JoinHandle;
use std::time::Duration;

use insyn::serve::{BuildState, Handle, Language, Preview, Problem, ServeOptions};

pub(crate) struct Running {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) address: SocketAddr,
    pub(crate) handle: Handle,
    pub(crate) thread: JoinHandle<std::io::Result<()>>,
}

/// A preview of a folder that does not exist yet.
pub(crate) fn preview(base_path: &str) -> Running {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let address = "127.0.0.1:0".parse().unwrap();
    let options = ServeOptions { out, address, base_path: base_path.into(), language: Language::Swedish };
    let (handle, preview) = Preview::bind(options).unwrap();
    let address = preview.address();
    Running { folder, address, handle, thread: std::thread::spawn(|| preview.run_until_ctrl_c()) }
}

/// A preview of a small site.
pub(crate) fn site() -> Running {
    let running = preview("/");
    running.write("index.html", "<html><body><h1>Start</h1></body></html>");
    running.write("plan/index.html", "<html><body><h1>Plan</h1></body></html>");
    running.write("404.html", "<html><body><h1>Finns inte</h1></body></html>");
    running.write("data/plan.json", "{}");
    running.write(".insyn-manifest", "hemligt");
    running.handle.publish(BuildState::Good);
    running
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let named = |line: &&str| line.to_ascii_lowercase().starts_with(&format!("{name}:"));
        self.head.lines().find(named).map(|line| line[name.len() + 1..].trim())
    }
}

impl Running {
    pub(crate) fn out(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.out().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Sends a request as it stands, without its last empty line.
    pub(crate) fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        write!(stream, "{request}\r\n\r\n").unwrap();
        stream
    }

    pub(crate) fn answer(&self, request: &str) -> Answer {
        let mut bytes = Vec::new();
        self.send(request).read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head[9..12].parse().unwrap();
        Answer { status, head: head.into(), body: body.into() }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.answer(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close", self.address))
    }
}

pub(crate) fn problem() -> Problem {
    Problem {
        path: "content/plan.md".into(),
        line: 3,
        column: 9,
        code: "I0107".into(),
        severity: "fel".into(),
        message: "fältet `kommun` lästes som <talet> 1480".into(),
        hint: "sätt citattecken om värdet".into(),
    }
}
