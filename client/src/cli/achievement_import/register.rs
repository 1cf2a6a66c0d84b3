//! Registering, confirming and attesting what a table says, many keys at a time.

use super::{rows::Candidate, Holders, Report, RowResult};
use crate::{
	chain::{refusal, At, Chain, Receipt},
	cli::Session,
	error::{Error, Result},
	keys::Key,
	output::Progress,
};
use futures::{stream, StreamExt};
use pallet_achievements::{
	runtime_api::AchievementView,
	types::{Attestation, BulkMode},
	Call, Event,
};
use quanqi_runtime::{Runtime, RuntimeCall, RuntimeEvent};
use quanqi_types::{
	bounds::MAX_BULK_RECORDS, AchievementId, BoundedVec, Date, LedgerStatus, MemberId,
	OfficialStatus,
};
use sp_runtime::DispatchError;
use std::collections::{BTreeMap, HashMap};

/// Calls that wait for their block at the same time.
const AT_ONCE: usize = 24;

/// A row that is a record.
pub(crate) struct Known {
	pub(crate) achievement: AchievementId,
	pub(crate) printed: Option<(OfficialStatus, String)>,
}

/// Tells new rows from those that are records already.
pub(crate) async fn leave_out_known(
	chain: &Chain,
	rows: Vec<Candidate>,
	at: At,
	report: &mut Report,
	progress: &Progress,
) -> Result<(Vec<Candidate>, Vec<Known>)> {
	let numbers: Vec<_> = rows.iter().flat_map(|row| row.identifiers().to_vec()).collect();
	let found = chain.achievements_by_identifier(&numbers, at).await?;
	let by_number: BTreeMap<_, _> = numbers
		.into_iter()
		.zip(found)
		.filter_map(|(number, found)| Some((number, found?)))
		.collect();
	let (mut new, mut known, mut told) = (Vec::new(), Vec::new(), Vec::new());
	for row in rows {
		let earlier =
			row.identifiers().iter().find_map(|number| Some((number, *by_number.get(number)?)));
		let Some((number, achievement)) = earlier else {
			new.push(row);
			continue;
		};
		told.push(format!("{}: {number} is achievement {achievement} already", row.place));
		report.rows.push(RowResult::Known { line: row.line(), achievement });
		progress.advance(1);
		known.push(Known { achievement, printed: row.printed });
	}
	progress.print_first(&told);
	Ok((new, known))
}

/// One call and the rows it is of.
struct Job {
	key: Key,
	call: RuntimeCall,
	rows: Vec<Candidate>,
}

/// Signs and follows many calls, some at a time.
async fn run_all<T>(
	session: &Session,
	chain: &Chain,
	jobs: Vec<(Key, RuntimeCall, T)>,
	mut done: impl FnMut(T, Result<Receipt>),
) -> Result<()> {
	let wait = session.global.wait;
	let one = |(key, call, what): (Key, RuntimeCall, T)| async move {
		let hidden = Progress::hidden();
		(what, chain.submit(&key, &call, wait, &hidden).await)
	};
	let mut results = stream::iter(jobs).map(one).buffer_unordered(AT_ONCE);
	while let Some((what, result)) = results.next().await {
		match result {
			// Everything else would fail in the same way.
			Err(error @ (Error::Unreachable(_) | Error::WrongNetwork(_))) => return Err(error),
			result => done(what, result),
		}
	}
	Ok(())
}

/// Registers new rows, each by its holder's own key.
pub(crate) async fn register(
	session: &Session,
	chain: &Chain,
	holders: &Holders,
	rows: Vec<Candidate>,
	report: &mut Report,
	progress: &Progress,
) -> Result<Vec<Known>> {
	let mut by_holder: BTreeMap<MemberId, Vec<Candidate>> = BTreeMap::new();
	for row in rows {
		by_holder.entry(row.holder).or_default().push(row);
	}
	let mut jobs = Vec::new();
	for (holder, rows) in by_holder {
		match holders.key(holder) {
			Ok(key) => jobs.extend(bulk_calls(key, rows)),
			Err(reason) => {
				for row in rows {
					let reason = format!("{}: {reason}", row.place.field("assignee"));
					report.refused(&row.place, reason, progress);
					progress.advance(1);
				}
			}
		}
	}
	let mut entered = Vec::new();
	let jobs = jobs.into_iter().map(|job| (job.key, job.call, job.rows)).collect();
	run_all(session, chain, jobs, |rows, result| {
		progress.advance(rows.len());
		match result {
			Ok(receipt) => note_registered(rows, &receipt.events, &mut entered, report, progress),
			Err(error) => {
				for row in rows {
					report.refused(&row.place, format!("{}: {error}", row.place), progress);
				}
			}
		}
	})
	.await?;
	Ok(entered)
}

fn bulk_calls(key: Key, rows: Vec<Candidate>) -> Vec<Job> {
	let size = usize::try_from(MAX_BULK_RECORDS).unwrap_or(usize::MAX);
	let mut jobs: Vec<Vec<Candidate>> = Vec::new();
	for row in rows {
		match jobs.last_mut() {
			Some(batch) if batch.len() < size => batch.push(row),
			_ => jobs.push(vec![row]),
		}
	}
	let job = |rows: Vec<Candidate>| {
		let submissions = rows.iter().map(|row| row.submission.clone()).collect();
		let submissions = BoundedVec::truncate_from(submissions);
		let call =
			Call::<Runtime>::register_bulk { submissions, mode: BulkMode::Each, mandate: None };
		Job { key: key.clone(), call: call.into(), rows }
	};
	jobs.into_iter().map(job).collect()
}

fn note_registered(
	rows: Vec<Candidate>,
	events: &[RuntimeEvent],
	entered: &mut Vec<Known>,
	report: &mut Report,
	progress: &Progress,
) {
	let mut results: HashMap<u32, Result<AchievementId, DispatchError>> = HashMap::new();
	for event in events {
		match event {
			RuntimeEvent::Achievements(Event::BulkItemRegistered { index, achievement }) => {
				_ = results.insert(*index, Ok(*achievement))
			}
			RuntimeEvent::Achievements(Event::BulkItemRefused { index, error, .. }) => {
				_ = results.insert(*index, Err(*error))
			}
			_ => {}
		}
	}
	for (index, row) in (0u32..).zip(rows) {
		match results.get(&index) {
			Some(Ok(achievement)) => {
				let achievement = *achievement;
				report.rows.push(RowResult::Registered { line: row.line(), achievement });
				entered.push(Known { achievement, printed: row.printed });
			}
			Some(Err(error)) => {
				let reason = format!("{}: {}", row.place, refusal::of_dispatch(error));
				report.refused(&row.place, reason, progress);
			}
			None => {
				let reason = format!("{}: the block does not say what became of it", row.place);
				report.refused(&row.place, reason, progress);
			}
		}
	}
}

async fn views(
	session: &Session,
	chain: &Chain,
	records: &[Known],
) -> Result<HashMap<AchievementId, AchievementView>> {
	let at = chain.newest(session.global.wait).await?;
	let view = |record: &Known| {
		let achievement = record.achievement;
		async move {
			let view: Option<AchievementView> =
				chain.call_api("AchievementsApi_achievements_get", achievement, at).await?;
			Ok::<_, Error>(view.map(|view| (achievement, view)))
		}
	};
	let answers: Vec<Result<_>> =
		stream::iter(records.iter().map(view)).buffer_unordered(AT_ONCE).collect().await;
	answers.into_iter().filter_map(Result::transpose).collect()
}

/// Confirms for co-owners whose keys are at hand.
pub(crate) async fn confirm(
	session: &Session,
	chain: &Chain,
	holders: &Holders,
	records: &[Known],
	report: &mut Report,
	progress: &Progress,
) -> Result<()> {
	let views = views(session, chain, records).await?;
	let mut jobs = Vec::new();
	for (achievement, view) in &views {
		for owner in &view.awaited {
			match holders.key(*owner) {
				Ok(key) => {
					let (achievement, owner) = (*achievement, *owner);
					let call = Call::<Runtime>::confirm { achievement, owner, mandate: None };
					jobs.push((key, call.into(), achievement));
				}
				Err(reason) => {
					progress.print(&format!("achievement {achievement} waits: {reason}"));
					report.waiting.push(*achievement);
				}
			}
		}
	}
	progress.step("co-owners confirm");
	run_all(session, chain, jobs, |achievement, result| match result {
		Ok(_) => report.confirmed += 1,
		Err(error) => {
			progress.print(&format!("achievement {achievement} is not confirmed: {error}"));
			report.waiting.push(achievement);
		}
	})
	.await?;
	report.waiting.sort_unstable();
	report.waiting.dedup();
	Ok(())
}

/// Attests the printed statuses of registered records, each once.
pub(crate) async fn attest(
	session: &Session,
	chain: &Chain,
	attester: &Key,
	records: &[Known],
	day: Date,
	report: &mut Report,
	progress: &Progress,
) -> Result<()> {
	let views = views(session, chain, records).await?;
	let mut attestations = Vec::new();
	for record in records {
		let Some((status, document)) = &record.printed else { continue };
		let Some(view) = views.get(&record.achievement) else { continue };
		let attested = view.record.official.attested.is_some();
		if view.record.ledger_status != LedgerStatus::Registered || attested {
			continue;
		}
		match crate::input::codes::parse_text(document) {
			Ok(document) => attestations.push(Attestation {
				achievement: record.achievement,
				status: *status,
				legal_date: day,
				document,
				becomes: None,
				filed: None,
				protection_until: None,
			}),
			Err(reason) => {
				progress.print(&format!("achievement {}: {reason}", record.achievement));
				report.not_attested += 1;
			}
		}
	}
	let size = usize::try_from(MAX_BULK_RECORDS).unwrap_or(usize::MAX);
	let mut jobs = Vec::new();
	for batch in attestations.chunks(size) {
		let attestations = BoundedVec::truncate_from(batch.to_vec());
		let call = Call::<Runtime>::attest_status_bulk { attestations, mode: BulkMode::Each };
		jobs.push((attester.clone(), call.into(), batch.len()));
	}
	progress.step("the office's statuses are attested");
	run_all(session, chain, jobs, |count, result| match result {
		Ok(receipt) => {
			let refused = note_refused(&receipt.events, progress);
			report.not_attested += refused;
			report.attested += count.saturating_sub(refused);
		}
		Err(error) => {
			progress.print(&format!("{count} statuses are not attested: {error}"));
			report.not_attested += count;
		}
	})
	.await
}

fn note_refused(events: &[RuntimeEvent], progress: &Progress) -> usize {
	let refused = events.iter().filter_map(|event| match event {
		RuntimeEvent::Achievements(Event::BulkAttestationRefused {
			achievement, error, ..
		}) => Some((achievement, error)),
		_ => None,
	});
	refused
		.map(|(achievement, error)| {
			let reason = refusal::of_dispatch(error);
			progress.print(&format!("achievement {achievement}: status not attested: {reason}"));
		})
		.count()
}
