//! The preview: shows the output folder in a browser while content is written, and tells the browser when to reload.
//!
//! The bytes are those of the build; only a script that listens for the next build is added to pages as they are
//! sent. When a build fails the last good site stays, with the problems shown on top. Building is the caller's: it
//! publishes the outcome of each build through a [`Handle`]. `router` answers requests, `files` finds what is asked
//! for, `live` tells browsers about builds, `page` and `texts` hold what the preview itself says.

mod files;
mod live;
mod page;
mod router;
mod texts;

use std::collections::BTreeMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use tokio::sync::watch;

pub use texts::Language;

/// Where the preview is found unless told otherwise: port 1111 of this machine, which no other machine reaches.
pub const ADDRESS: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 1111);

/// How many ports after the one asked for are tried.
const MORE_PORTS: u16 = 20;

/// How long an answer under way may take when the preview stops.
const FAREWELL: Duration = Duration::from_secs(1);

/// What to show, and where.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// The output folder; it need not exist yet, and may go and come back.
    pub out: PathBuf,
    /// Where to listen; port 0 takes any free one.
    pub address: SocketAddr,
    /// The path of the site's `base_url`: `/`, or such as `/trygghet/`.
    pub base_path: String,
    /// What the preview itself speaks.
    pub language: Language,
}

/// The outcome of a build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BuildState {
    /// The output folder holds the new site.
    Good,
    /// The output folder is as it was; these problems, at least one, are why.
    Failed(Vec<Problem>),
}

/// A problem as a browser shows it, its words chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file, from the site's root.
    pub path: String,
    /// Counts from 1; 0 means the whole file.
    pub line: u32,
    /// Counts from 1; 0 means the whole line.
    pub column: u32,
    /// Such as `I0107`.
    pub code: String,
    /// The word for how grave it is.
    pub severity: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it; empty when there is nothing to say.
    pub hint: String,
}

/// What browsers are told: the latest build.
#[derive(Debug, Clone, Default)]
struct Latest {
    /// Counts from 1; 0 means that no build has ended.
    generation: u64,
    /// Empty after a good build.
    problems: Arc<Vec<Problem>>,
    /// Pages that are ahead of the output folder, by their paths in it, while the rest of a build is under way.
    ahead: Arc<BTreeMap<String, Vec<u8>>>,
    /// The generation that showed pages ahead, and which; who has one of them open need not read it again.
    early: Option<(u64, Arc<Vec<String>>)>,
    /// Whether the preview is about to end.
    is_stopping: bool,
}

/// Tells the preview, and through it all browsers, how builds end. Copies speak to the same preview.
#[derive(Debug, Clone)]
pub struct Handle {
    latest: watch::Sender<Latest>,
}

impl Handle {
    /// Tells how a build ended; pages that are open reload, or show what is wrong.
    pub fn publish(&self, state: BuildState) {
        let problems = match state {
            BuildState::Good => Vec::new(),
            BuildState::Failed(problems) => problems,
        };
        self.latest.send_modify(|latest| {
            latest.generation += 1;
            latest.problems = Arc::new(problems);
            latest.ahead = Arc::default();
        });
    }

    /// Shows pages, by their paths in the output folder, before the build that they are part of has ended.
    pub fn show_early(&self, pages: BTreeMap<String, Vec<u8>>) {
        self.latest.send_modify(|latest| {
            latest.generation += 1;
            latest.early = Some((latest.generation, Arc::new(pages.keys().cloned().collect())));
            latest.ahead = Arc::new(pages);
        });
    }

    /// Ends the preview.
    pub fn stop(&self) {
        self.latest.send_modify(|latest| latest.is_stopping = true);
    }
}

/// A preview that has its address and waits to run.
#[derive(Debug)]
pub struct Preview {
    listener: TcpListener,
    address: SocketAddr,
    options: ServeOptions,
    latest: watch::Sender<Latest>,
}

impl Preview {
    /// Takes the address asked for or, where its port is taken, the next free port; [`Preview::address`] says which.
    ///
    /// # Errors
    /// When no port from the one asked for to the twentieth after it is free, or the address is not this machine's.
    pub fn bind(options: ServeOptions) -> io::Result<(Handle, Self)> {
        let listener = listen(options.address)?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let latest = watch::Sender::new(Latest::default());
        Ok((Handle { latest: latest.clone() }, Self { listener, address, options, latest }))
    }

    /// Where the preview listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of the site's first page, to open in a browser.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, base_path(&self.options.base_path))
    }

    /// Answers until Ctrl-C or [`Handle::stop`].
    ///
    /// # Errors
    /// When the machine refuses threads, signals or connections.
    pub fn run_until_ctrl_c(self) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        runtime.block_on(self.run())
    }

    async fn run(self) -> io::Result<()> {
        let Self { listener, address, options, latest } = self;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let router = router::router(router::Site {
            out: options.out,
            base_path: base_path(&options.base_path),
            address,
            texts: options.language.texts(),
            latest: latest.clone(),
        });
        let server = axum::serve(listener, router).with_graceful_shutdown(stopped(latest.subscribe()));
        let handle = Handle { latest: latest.clone() };
        let ctrl_c = async move {
            // Where Ctrl-C cannot be heard the system ends the process, which is as well.
            if tokio::signal::ctrl_c().await.is_ok() {
                handle.stop();
            }
            std::future::pending().await
        };
        let farewell = async {
            stopped(latest.subscribe()).await;
            tokio::time::sleep(FAREWELL).await;
        };
        tokio::select! {
            ended = server => ended,
            () = farewell => Ok(()),
            () = ctrl_c => Ok(()),
        }
    }
}

/// Ends when the preview is to stop.
async fn stopped(mut latest: watch::Receiver<Latest>) {
    // An error means that nobody is left who could say more: that is a stop as well.
    drop(latest.wait_for(|latest| latest.is_stopping).await);
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let last = if address.port() == 0 { 0 } else { address.port().saturating_add(MORE_PORTS) };
    let mut ports = address.port()..=last;
    loop {
        let Some(port) = ports.next() else { return Err(io::ErrorKind::AddrInUse.into()) };
        match TcpListener::bind(SocketAddr::new(address.ip(), port)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            result => return result,
        }
    }
}

/// With a slash at both ends.
fn base_path(given: &str) -> String {
    match given.trim_matches('/') {
        "" => "/".to_owned(),
        path => format!("/{path}/"),
    }
}
