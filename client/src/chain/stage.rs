//! A network as a stage for scenarios: steps are signed with the actors' key files, and time is the
//! chain's own.

use super::{council::Outcome as Motion, At, Chain, Wait};
use crate::{
	error::{Error, Result},
	keys::Key,
	output::Progress,
};
use codec::{Decode, Encode};
use quanqi_runtime::RuntimeCall;
use quanqi_scenario::{
	catalogue::Catalogue,
	domain::show_moment,
	names::Names,
	refusal::Raw,
	rehearsal::raw,
	stage::{Actor, Outcome},
	Scenario, Stage,
};
use quanqi_types::{MemberId, Moment, StatuteVersion};
use std::{collections::BTreeMap, future::Future, time::Duration};
use tokio::runtime::Handle;

/// How often the chain's time is looked at while a step waits.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Who plays the actors of a scenario.
#[derive(Default)]
pub struct Company {
	/// Keys by the names of the actors; further keys of one as `name#2`.
	pub keys: BTreeMap<String, Key>,
	/// ed25519 keys with which actors sign contracts off line.
	pub off_line_keys: BTreeMap<String, Key>,
	/// Members of actors that sign nothing.
	pub members: BTreeMap<String, MemberId>,
	/// Keys of seats, which carry the council's motions.
	pub council: Vec<Key>,
}

/// A network.
pub struct Network {
	chain: Chain,
	catalogue: Catalogue,
	company: Company,
	wait: Wait,
	patience: Duration,
	handle: Handle,
}

impl Network {
	/// A network whose actors are played by this company, and the longest that a step may wait.
	pub async fn new(
		chain: Chain,
		company: Company,
		wait: Wait,
		patience: Duration,
	) -> Result<Self> {
		let at = chain.finalised().await?;
		let metadata: Option<Vec<u8>> =
			chain.call_api("Metadata_metadata_at_version", 15u32, at).await?;
		let metadata = metadata.ok_or_else(|| {
			Error::WrongNetwork(format!("{} gives no metadata of version 15", chain.url))
		})?;
		let catalogue = Catalogue::decode(&metadata).map_err(Error::Node)?;
		Ok(Self { chain, catalogue, company, wait, patience, handle: Handle::current() })
	}

	/// Waits for an answer in a step, which is no async function.
	fn block<T>(&self, future: impl Future<Output = Result<T>>) -> Result<T, String> {
		let answer = tokio::task::block_in_place(|| self.handle.block_on(future));
		answer.map_err(|error| error.to_string())
	}

	async fn newest(&self) -> Result<At> {
		self.chain.newest(self.wait).await
	}

	async fn time(&self) -> Result<Moment> {
		let at = self.newest().await?;
		self.chain.time(at).await
	}

	async fn hand_in(&self, actor: &Actor, call: RuntimeCall) -> Result<Outcome> {
		let progress = Progress::hidden();
		let result = match actor {
			Actor::Key(name) => {
				let key = self.company.keys.get(name).ok_or_else(|| nobody(name))?;
				self.chain.submit(key, &call, self.wait, &progress).await
			}
			Actor::Council => {
				let (proposer, voters) = self.company.council.split_first().ok_or_else(|| {
					Error::argument("--actors", "the council acts: name keys of seats as `council`")
				})?;
				let decided = self.chain.decide(proposer, voters, call, self.wait, &progress);
				match decided.await {
					Ok(Motion::CarriedOut(receipt)) => Ok(receipt),
					Ok(Motion::Open { ayes, threshold, .. }) => {
						let text = format!("a motion has {ayes} of {threshold} votes it needs");
						return Err(Error::argument("--actors", text));
					}
					Ok(Motion::Asked { receipt, .. }) => Ok(receipt),
					Err(error) => Err(error),
				}
			}
		};
		match result {
			Ok(receipt) => Ok(Outcome::Done(receipt.events.iter().map(Encode::encode).collect())),
			Err(Error::Refused(why)) => Ok(Outcome::Refused(match &why.dispatch {
				Some(error) => raw(error),
				None => Raw::Other { name: "NotTaken".into(), text: why.text },
			})),
			Err(error) => Err(error),
		}
	}

	async fn find_actors(&self, scenario: &Scenario, names: &mut Names) -> Result<()> {
		let at = self.newest().await?;
		for (name, key) in &self.company.keys {
			names.accounts.insert(name.clone(), key.account().into());
		}
		for actor in &scenario.actors {
			let member = match self.company.members.get(&actor.name) {
				Some(member) => *member,
				None => {
					let key = self.company.keys.get(&actor.name);
					let key = key.ok_or_else(|| nobody(&actor.name))?;
					let member = self.chain.member_of(&key.account(), at).await?;
					let unknown = || {
						let text = format!(
							"{} ({}), who plays {}, is not a key of any member; have it admitted: `quanqi \
							 member admit` or `quanqi member sponsor`",
							key.address(),
							key.label,
							actor.name
						);
						Error::refused(text)
					};
					member.ok_or_else(unknown)?.id
				}
			};
			names.members.insert(actor.name.clone(), member);
		}
		Ok(())
	}

	/// A scenario does not set statutes: the network has to have those that it stands on.
	async fn check_statutes(&self, scenario: &Scenario, names: &Names) -> Result<()> {
		let at = self.newest().await?;
		let wrong = |text: String| Error::argument("FILE", text);
		for (rule, version, line) in
			scenario.statutes(names).map_err(|fault| wrong(fault.to_string()))?
		{
			let found: Option<StatuteVersion> =
				self.chain.call_api("StatutesApi_statutes_value", (rule, names.now), at).await?;
			if found.is_none_or(|found| found.value != version.value) {
				return Err(wrong(format!(
					"line {line}: on this network {rule} has another value today; have its council set it, \
					 or rehearse the file: `quanqi scenario rehearse`"
				)));
			}
		}
		Ok(())
	}

	async fn wait_until(&self, until: Moment) -> Result<()> {
		let now = self.time().await?;
		if until <= now {
			let (until, now) = (show_moment(until), show_moment(now));
			return Err(Error::argument("FILE", format!("{until} has passed: it is {now}")));
		}
		let needed = Duration::from_millis(until.0.saturating_sub(now.0));
		if needed > self.patience {
			let text = format!(
				"a step waits until {}, {} s from now; allow it with a longer --patience, or rehearse the \
				 file: `quanqi scenario rehearse`",
				show_moment(until),
				needed.as_secs()
			);
			return Err(Error::argument("--patience", text));
		}
		while self.time().await? < until {
			tokio::time::sleep(LOOK_EVERY).await;
		}
		Ok(())
	}
}

fn nobody(name: &str) -> Error {
	Error::argument(
		"--actors",
		format!(
			"nobody plays {name}: add [actors.\"{name}\"] with its key = \"FILE\" to that file"
		),
	)
}

impl Stage for Network {
	fn catalogue(&self) -> &Catalogue {
		&self.catalogue
	}

	fn prepare(&mut self, scenario: &Scenario) -> Result<Names, String> {
		let start = self.block(self.time())?;
		let mut names = Names { start, now: start, ..Names::default() };
		// Numbers and documents of this run are other than those of every run before.
		names.run = format!("{:x}", start.0 / 1_000);
		self.block(self.check_statutes(scenario, &names))?;
		self.block(self.find_actors(scenario, &mut names))?;
		Ok(names)
	}

	fn submit(&mut self, actor: &Actor, mut call: &[u8]) -> Result<Outcome, String> {
		let call = RuntimeCall::decode(&mut call).map_err(|error| {
			format!("this program does not know the call as the network does: {error}")
		})?;
		self.block(self.hand_in(actor, call))
	}

	fn advance(&mut self, until: Moment) -> Result<Vec<Vec<u8>>, String> {
		self.block(async {
			let mut from = self.newest().await?.number;
			self.wait_until(until).await?;
			let to = self.newest().await?.number;
			let mut events = Vec::new();
			while from < to {
				from = from.saturating_add(1);
				let of_block = self.chain.events_at(from).await?;
				events.extend(of_block.iter().map(Encode::encode));
			}
			Ok(events)
		})
	}

	fn now(&mut self) -> Result<Moment, String> {
		self.block(self.time())
	}

	fn ask(&mut self, method: &str, arguments: &[u8]) -> Result<Vec<u8>, String> {
		self.block(async {
			let at = self.newest().await?;
			self.chain.call_api_raw(method, arguments, at).await
		})
	}

	fn sign_off_line(&mut self, actor: &str, bytes: &[u8]) -> Result<([u8; 32], [u8; 64]), String> {
		let key =
			self.company.off_line_keys.get(actor).ok_or_else(|| {
				format!("{actor} signs off line: add off-line-key = \"FILE\" to it in the file of --actors")
			})?;
		key.sign_offline(bytes).map_err(|error| error.to_string())
	}
}
