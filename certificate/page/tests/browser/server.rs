//! A file server with nothing but files, as any would do for the page.

use std::{
	fs,
	io::{BufRead, BufReader, Write},
	net::{TcpListener, TcpStream},
	path::{Path, PathBuf},
	thread,
};

/// Serves a folder on a free port for as long as the test runs; returns the address.
pub(crate) fn serve(folder: PathBuf) -> String {
	let listener = TcpListener::bind("127.0.0.1:0").unwrap();
	let address = format!("http://{}", listener.local_addr().unwrap());
	thread::spawn(move || {
		for stream in listener.incoming().map_while(Result::ok) {
			let folder = folder.clone();
			thread::spawn(move || answer(stream, &folder));
		}
	});
	address
}

/// Answers one request and closes: a browser that goes away in between is no failure.
fn answer(mut stream: TcpStream, folder: &Path) {
	let lines: Vec<_> = BufReader::new(&stream)
		.lines()
		.map_while(Result::ok)
		.take_while(|line| !line.is_empty())
		.collect();
	let path = lines.first().and_then(|line| line.split(' ').nth(1)).unwrap_or("/");
	let name = path.trim_start_matches('/');
	let kind = match Path::new(name).extension().and_then(|extension| extension.to_str()) {
		Some("html") => "text/html",
		Some("js") => "text/javascript",
		Some("css") => "text/css",
		Some("svg") => "image/svg+xml",
		_ => "application/octet-stream",
	};
	let (status, content) = match fs::read(folder.join(name)) {
		Ok(content) => ("200 OK", content),
		Err(_) => ("404 Not Found", Vec::new()),
	};
	let length = content.len();
	let head = format!(
		"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
	);
	let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&content));
}
