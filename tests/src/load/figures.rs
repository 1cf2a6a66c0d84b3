//! The figures of a run, as numbers and as a table.

use super::course::{Answer, Inner};
use comfy_table::{presets::UTF8_FULL_CONDENSED, Table};
use serde::Serialize;
use std::{collections::BTreeMap, time::Duration};

/// Time from submission to finality over all finalised calls, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Latency {
	/// Half of the calls were at most this slow.
	pub p50_ms: f64,
	/// 95 of 100 calls were at most this slow.
	pub p95_ms: f64,
	/// 99 of 100 calls were at most this slow.
	pub p99_ms: f64,
	/// The slowest call.
	pub max_ms: f64,
}

/// What one node used during a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct NodeFigures {
	/// Its process id.
	pub process_id: u32,
	/// Processor time per finalised call, idle work and the load tool's polling included.
	pub cpu_us_per_call: f64,
	/// Resident memory at the end.
	pub resident_mib: f64,
	/// The most resident memory since its start.
	pub peak_mib: f64,
}

/// What a base path took on the disk.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DiskFigures {
	/// The base path.
	pub path: String,
	/// Bytes at the end of the run.
	pub bytes: u64,
	/// Bytes more than at its start.
	pub grown_bytes: i64,
	/// Growth per finalised record.
	pub grown_bytes_per_record: f64,
}

/// The outcome of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Figures {
	/// The chain's name and runtime version.
	pub chain: String,
	/// The kind of call.
	pub kind: String,
	/// Keys that signed.
	pub keys: usize,
	/// Records that one call writes.
	pub records_per_call: u64,
	/// Calls signed.
	pub calls: usize,
	/// Calls that a node took into its pool.
	pub accepted: usize,
	/// Accepted calls seen in finalised blocks.
	pub finalised: usize,
	/// Finalised calls that failed when executed, by reason.
	pub failed: BTreeMap<String, u64>,
	/// Blocks whose events could not be read, so that failures in them are unknown.
	pub unread_blocks: usize,
	/// Calls refused for good, by reason.
	pub refused: BTreeMap<String, u64>,
	/// Calls not offered because an earlier one of the same key was refused.
	pub stranded: usize,
	/// Accepted calls that no finalised block had when the patience ended.
	pub lost: usize,
	/// How often nodes pushed calls back for a while, by reason.
	pub pushed_back: BTreeMap<String, u64>,
	/// How often a request got no answer.
	pub disconnections: u64,
	/// From the first submission to the last final answer.
	pub hand_in_seconds: f64,
	/// From the first submission to the last finalised call.
	pub finalised_seconds: f64,
	/// Finalised calls per second of that time.
	pub calls_per_second: f64,
	/// Finalised records per second of that time.
	pub records_per_second: f64,
	/// Submission to finality.
	pub latency: Latency,
	/// Finalised blocks with calls of this run.
	pub blocks: usize,
	/// The most calls of this run in one block.
	pub most_calls_in_a_block: usize,
	/// Per node process.
	pub nodes: Vec<NodeFigures>,
	/// Per base path.
	pub disks: Vec<DiskFigures>,
}

impl Figures {
	/// The figures that a record alone gives.
	pub fn of(record: &Inner, records_per_call: u64) -> Self {
		let mut figures = Self {
			records_per_call,
			calls: record.courses.len(),
			pushed_back: record.push_backs.clone(),
			disconnections: record.disconnections,
			blocks: record.blocks.len(),
			..Self::default()
		};
		let mut latencies = Vec::new();
		for course in &record.courses {
			match &course.answer {
				Some(Answer::Accepted) => figures.accepted += 1,
				Some(Answer::Refused(reason)) => {
					*figures.refused.entry(reason.clone()).or_default() += 1;
				}
				Some(Answer::Stranded) | None => figures.stranded += 1,
			}
			match (course.submitted, course.finalised) {
				(Some(submitted), Some(finalised)) => {
					latencies.push(finalised.saturating_sub(submitted));
				}
				_ if course.answer == Some(Answer::Accepted) => figures.lost += 1,
				_ => {}
			}
		}
		figures.finalised = latencies.len();
		figures.latency = latency(latencies);
		figures.most_calls_in_a_block =
			record.blocks.values().map(|block| block.calls.len()).max().unwrap_or(0);
		figures.set_times(record);
		figures
	}

	fn set_times(&mut self, record: &Inner) {
		let first = record.courses.iter().filter_map(|course| course.submitted).min();
		let last = record.courses.iter().filter_map(|course| course.finalised).max();
		if let (Some(first), Some(last)) = (first, last) {
			self.finalised_seconds = last.saturating_sub(first).as_secs_f64();
			self.calls_per_second = ratio(self.finalised as f64, self.finalised_seconds);
			self.records_per_second = self.calls_per_second * self.records_per_call as f64;
		}
	}

	/// The table that people read.
	pub fn table(&self) -> String {
		let mut table = Table::new();
		table.load_preset(UTF8_FULL_CONDENSED).set_header(["figure", "value"]);
		for (name, value) in self.rows() {
			table.add_row([name, value]);
		}
		table.to_string()
	}

	fn rows(&self) -> Vec<(String, String)> {
		let mut rows: Vec<(String, String)> = vec![
			("chain".into(), self.chain.clone()),
			("calls".into(), format!("{} {} by {} keys", self.calls, self.kind, self.keys)),
			("accepted".into(), self.accepted.to_string()),
			("finalised".into(), self.finalised.to_string()),
			("refused".into(), total(&self.refused)),
			("not offered after a refusal".into(), self.stranded.to_string()),
			("lost".into(), self.lost.to_string()),
			("failed when executed".into(), total(&self.failed)),
			("pushed back for a while".into(), total(&self.pushed_back)),
			("requests without an answer".into(), self.disconnections.to_string()),
			("handed in after".into(), format!("{:.1} s", self.hand_in_seconds)),
			("finalised after".into(), format!("{:.1} s", self.finalised_seconds)),
			("finalised calls per second".into(), format!("{:.1}", self.calls_per_second)),
			("finalised records per second".into(), format!("{:.1}", self.records_per_second)),
			("submission to finalised, p50".into(), format!("{:.0} ms", self.latency.p50_ms)),
			("submission to finalised, p95".into(), format!("{:.0} ms", self.latency.p95_ms)),
			("submission to finalised, p99".into(), format!("{:.0} ms", self.latency.p99_ms)),
			("blocks".into(), self.blocks.to_string()),
			("most calls in a block".into(), self.most_calls_in_a_block.to_string()),
		];
		if self.unread_blocks > 0 {
			rows.push(("blocks with unread events".into(), self.unread_blocks.to_string()));
		}
		for node in &self.nodes {
			rows.push((
				format!("process {}", node.process_id),
				format!(
					"{:.0} µs of processor per call, {:.0} MiB resident, {:.0} MiB at most",
					node.cpu_us_per_call, node.resident_mib, node.peak_mib
				),
			));
		}
		for disk in &self.disks {
			rows.push((
				disk.path.clone(),
				format!(
					"{} bytes, {} more, {:.0} per record",
					disk.bytes, disk.grown_bytes, disk.grown_bytes_per_record
				),
			));
		}
		rows
	}
}

/// A quotient that is 0 when there is nothing to divide by.
pub(super) fn ratio(dividend: f64, divisor: f64) -> f64 {
	if divisor > 0.0 {
		dividend / divisor
	} else {
		0.0
	}
}

fn total(counts: &BTreeMap<String, u64>) -> String {
	let mut text = counts.values().sum::<u64>().to_string();
	for (reason, count) in counts {
		text.push_str(&format!("\n{count} × {reason}"));
	}
	text
}

fn latency(mut times: Vec<Duration>) -> Latency {
	times.sort_unstable();
	let at = |percent: usize| percentile(&times, percent).as_secs_f64() * 1_000.0;
	Latency { p50_ms: at(50), p95_ms: at(95), p99_ms: at(99), max_ms: at(100) }
}

/// The nearest-rank percentile of sorted times: the smallest value that at least `percent` of 100
/// values do not exceed.
fn percentile(sorted: &[Duration], percent: usize) -> Duration {
	let rank = sorted.len().saturating_mul(percent).div_ceil(100).max(1);
	sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::load::course::Course;

	#[test]
	fn percentile_should_be_nearest_rank_when_values_are_sorted() {
		let times: Vec<Duration> = (1..=200).map(Duration::from_millis).collect();
		assert_eq!(percentile(&times, 50), Duration::from_millis(100));
		assert_eq!(percentile(&times, 99), Duration::from_millis(198));
		assert_eq!(percentile(&times[..1], 50), Duration::from_millis(1));
		assert_eq!(percentile(&[], 50), Duration::ZERO);
	}

	#[test]
	fn call_should_count_as_lost_when_accepted_and_never_finalised() {
		let seconds = Duration::from_secs;
		let course = |answer: Answer, finalised: Option<u64>| Course {
			submitted: Some(seconds(1)),
			answer: Some(answer),
			pushed_back: 0,
			finalised: finalised.map(seconds),
		};
		let record = Inner {
			courses: vec![
				course(Answer::Accepted, Some(3)),
				course(Answer::Accepted, None),
				course(Answer::Refused("why".into()), None),
				course(Answer::Stranded, None),
			],
			..Inner::default()
		};
		let figures = Figures::of(&record, 2);
		assert_eq!((figures.accepted, figures.finalised, figures.lost), (2, 1, 1));
		assert_eq!((figures.refused["why"], figures.stranded), (1, 1));
		assert_eq!(figures.calls_per_second, 0.5);
		assert_eq!(figures.records_per_second, 1.0);
		assert_eq!(figures.latency.p50_ms, 2_000.0);
	}
}
