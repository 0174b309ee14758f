//! The preview as a browser meets it: plain HTTP over loopback, without a client library.
#![cfg(feature = "serve")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::time::{Duration, Instant};

use insyn::serve::{BuildState, Language, Preview, ServeOptions};

#[path = "serve/http.rs"]
mod http;

use http::*;

#[test]
fn pages_come_as_built_with_the_script_added() {
    let site = site();
    let answer = site.get("/");
    assert_eq!(answer.status, 200);
    let script = answer.body.replace("<html><body><h1>Start</h1>", "").replace("</body></html>", "");
    assert!(script.starts_with("<script src=\"/_insyn/reload.js\" data-build=\""), "{}", answer.body);
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(site.get("/plan/").status, 200);
    let folder = site.get("/plan?q=a");
    assert_eq!((folder.status, folder.header("location")), (307, Some("/plan/?q=a")));
    assert_eq!(fs::read_to_string(site.out().join("index.html")).unwrap(), "<html><body><h1>Start</h1></body></html>");
}

#[test]
fn each_kind_of_file_has_its_content_type() {
    let site = site();
    for (path, kind) in [
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("data/plan.json", "application/json; charset=utf-8"),
        ("a.ics", "text/calendar; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.xml", "text/xml; charset=utf-8"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("a.geojson", "application/geo+json; charset=utf-8"),
        ("a.webmanifest", "application/manifest+json; charset=utf-8"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.woff2", "font/woff2"),
        ("a.pdf", "application/pdf"),
        (".well-known/security.txt", "text/plain; charset=utf-8"),
        ("å ä.txt", "text/plain; charset=utf-8"),
    ] {
        site.write(path, "x</body>");
        let answer = site.get(&format!("/{}", path.replace('å', "%C3%A5").replace(" ä", "%20%c3%a4")));
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(kind)), "{path}");
        assert_eq!(answer.body, "x</body>", "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
    }
    for path in ["/_insyn/reload.js", "/_insyn/overlay.css"] {
        assert_eq!(site.get(path).status, 200, "{path}");
    }
}

#[test]
fn nothing_outside_the_site_and_nothing_hidden_is_sent() {
    let site = site();
    fs::write(site.folder.path().join("secret.txt"), "hemligt").unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink(site.folder.path().join("secret.txt"), site.out().join("link.txt")).unwrap();
        symlink(site.folder.path(), site.out().join("up")).unwrap();
        symlink(site.out().join(".insyn-manifest"), site.out().join("manifest.txt")).unwrap();
    }
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/plan/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/%252e%252e/secret.txt",
        "//secret.txt",
        "/plan//index.html",
        "/./index.html",
        "/.insyn-manifest",
        "/%2einsyn-manifest",
        "/link.txt",
        "/up/secret.txt",
        "/manifest.txt",
        "/index.html%00.txt",
        "/%ff",
        "/%",
    ] {
        let answer = site.get(path);
        assert!((400..500).contains(&answer.status), "{path}: {}", answer.head);
        assert!(!answer.body.contains("hemligt"), "{path}");
    }
}

#[test]
fn an_unknown_page_is_told_in_the_words_of_the_site() {
    let site = site();
    let answer = site.get("/finns/inte/");
    assert_eq!(answer.status, 404);
    assert!(answer.body.contains("<h1>Finns inte</h1>") && answer.body.contains("reload.js"), "{}", answer.body);
    fs::remove_file(site.out().join("404.html")).unwrap();
    let answer = site.get("/finns/inte/");
    assert_eq!((answer.status, answer.body.as_str()), (404, "Sidan finns inte.\n"));
}

#[test]
fn only_requests_to_this_machine_are_answered() {
    let site = site();
    let port = site.address.port();
    let ask = |target: &str, host: &str| site.answer(&format!("GET {target} HTTP/1.1\r\n{host}Connection: close"));
    for host in ["localhost", "127.0.0.1", "[::1]"] {
        assert_eq!(ask("/", &format!("Host: {host}:{port}\r\n")).status, 200, "{host}");
    }
    for (target, host) in [
        ("/", format!("Host: evil.example:{port}\r\n")),
        ("/_insyn/problems", format!("Host: evil.example:{port}\r\n")),
        ("/", "Host: localhost\r\n".to_owned()),
        ("/", format!("Host: localhost:{}\r\n", port ^ 1)),
        ("/", String::new()),
        ("/", format!("Host: localhost:{port}\r\nHost: evil.example\r\n")),
        ("http://evil.example/", format!("Host: localhost:{port}\r\n")),
    ] {
        let answer = ask(target, &host);
        assert!(matches!(answer.status, 400 | 421), "{target} {host}: {}", answer.head);
        assert!(!answer.body.contains("Start"), "{target} {host}");
    }
    let post = site.answer(&format!("POST / HTTP/1.1\r\nHost: {}\r\nConnection: close", site.address));
    assert_eq!((post.status, post.header("allow")), (405, Some("GET, HEAD")));
    let head = site.answer(&format!("HEAD / HTTP/1.1\r\nHost: {}\r\nConnection: close", site.address));
    assert_eq!((head.status, head.body.as_str()), (200, ""));
}

#[test]
fn browsers_are_told_of_each_build() {
    let site = site();
    let stream = site.send(&format!("GET /_insyn/events HTTP/1.1\r\nHost: {}", site.address));
    let mut lines = BufReader::new(stream).lines().map(Result::unwrap).filter(|line| line.starts_with("data:"));
    let first = lines.next().unwrap();
    assert!(first.contains("\"failed\":false"), "{first}");
    site.handle.publish(BuildState::Failed(vec![problem()]));
    let second = lines.next().unwrap();
    assert!(second.contains("\"failed\":true") && second != first, "{second}");
    let started = Instant::now();
    site.handle.publish(BuildState::Good);
    let third = lines.next().unwrap();
    assert!(third.contains("-3\"") && third.contains("\"failed\":false"), "{third}");
    assert!(started.elapsed() < Duration::from_secs(1));
    assert!(site.get("/").body.contains(&third[third.find("build\":\"").unwrap() + 8..third.rfind("\",").unwrap()]));
}

#[test]
fn the_last_good_site_stays_when_a_build_fails() {
    let site = site();
    site.handle.publish(BuildState::Failed(vec![problem()]));
    let answer = site.get("/");
    assert!(answer.status == 200 && answer.body.contains("<h1>Start</h1>"), "{}", answer.body);
    let problems: serde_json::Value = serde_json::from_str(&site.get("/_insyn/problems").body).unwrap();
    assert_eq!(problems["failed"], true);
    assert_eq!(problems["problems"][0]["path"], "content/plan.md");
    assert_eq!(problems["problems"][0]["line"], 3);
    assert_eq!(problems["problems"][0]["message"], problem().message);
    assert_eq!(problems["texts"]["lang"], "sv");
    site.handle.publish(BuildState::Good);
    assert!(site.get("/_insyn/problems").body.contains("\"failed\":false"));
}

#[test]
fn before_there_is_a_site_a_page_says_why() {
    let site = preview("/");
    let answer = site.get("/plan/");
    assert!(answer.status == 503 && answer.body.contains("Webbplatsen byggs"), "{}", answer.body);
    site.handle.publish(BuildState::Failed(vec![problem()]));
    let answer = site.get("/plan/");
    assert_eq!(answer.status, 503);
    for part in ["content/plan.md:3:9", "fel[I0107]:", "&lt;talet&gt;", "sätt citattecken", "reload.js"] {
        assert!(answer.body.contains(part), "{part}: {}", answer.body);
    }
    site.write("plan/index.html", "<h1>Plan</h1>");
    site.handle.publish(BuildState::Good);
    assert_eq!(site.get("/plan/").status, 200);
}

#[test]
fn the_output_folder_may_go_and_come_back() {
    let site = site();
    fs::rename(site.out(), site.folder.path().join("away")).unwrap();
    assert_eq!(site.get("/").status, 404);
    fs::rename(site.folder.path().join("away"), site.out()).unwrap();
    assert_eq!(site.get("/").status, 200);
}

#[test]
fn a_site_may_have_a_path_before_it() {
    let site = preview("/trygghet/");
    site.write("index.html", "<h1>Start</h1>");
    site.handle.publish(BuildState::Good);
    assert_eq!(site.get("/").header("location"), Some("/trygghet/"));
    assert_eq!(site.get("/trygghet").header("location"), Some("/trygghet/"));
    assert!(site.get("/trygghet/").body.starts_with("<h1>Start</h1><script src=\"/_insyn/"));
    for path in ["/index.html", "/trygghetx/", "/annat/", "/trygghet/%2e%2e/index.html"] {
        assert_eq!(site.get(path).status, 404, "{path}");
    }
}

#[test]
fn a_taken_port_gives_way_to_the_next() {
    let site = site();
    let taken = site.address;
    let base_path = "trygghet".to_owned();
    let options = ServeOptions { out: site.out(), address: taken, base_path, language: Language::English };
    let (_handle, next) = Preview::bind(options).unwrap();
    assert!(next.address().port() > taken.port());
    assert_eq!(next.url(), format!("http://{}/trygghet/", next.address()));
}

#[test]
fn a_stop_ends_the_preview_though_browsers_listen() {
    let site = site();
    let stream = site.send(&format!("GET /_insyn/events HTTP/1.1\r\nHost: {}", site.address));
    let mut lines = BufReader::new(stream).lines();
    assert!(lines.any(|line| line.unwrap().starts_with("data:")));
    let started = Instant::now();
    site.handle.stop();
    site.thread.join().unwrap().unwrap();
    assert!(started.elapsed() < Duration::from_secs(5));
}
