//! Where a scenario is played: what the engine asks of it.

use crate::{catalogue::Catalogue, names::Names, refusal::Raw, scenario::Scenario};
use quanqi_types::Moment;

/// Who makes a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
	/// A key of an actor, by its name.
	Key(String),
	/// The council, by a motion that its seats agree to.
	Council,
}

/// What came of a call.
#[derive(Clone, Debug)]
pub enum Outcome {
	/// It was done; its events, encoded.
	Done(Vec<Vec<u8>>),
	/// It was refused.
	Refused(Raw),
}

/// A network, or a runtime in this process.
pub trait Stage {
	/// What its runtime says of itself.
	fn catalogue(&self) -> &Catalogue;

	/// Brings the actors onto the stage, or finds them there; what their names stand for.
	fn prepare(&mut self, scenario: &Scenario) -> Result<Names, String>;

	/// Has an actor make an encoded call.
	fn submit(&mut self, actor: &Actor, call: &[u8]) -> Result<Outcome, String>;

	/// Lets time pass until a moment; what happened meanwhile, encoded.
	fn advance(&mut self, until: Moment) -> Result<Vec<Vec<u8>>, String>;

	/// The time of the ledger.
	fn now(&mut self) -> Result<Moment, String>;

	/// Asks the runtime, by the name of a method and its encoded arguments.
	fn ask(&mut self, method: &str, arguments: &[u8]) -> Result<Vec<u8>, String>;

	/// Has an actor sign bytes off line, with its ed25519 key: the key and the signature.
	fn sign_off_line(&mut self, actor: &str, bytes: &[u8]) -> Result<([u8; 32], [u8; 64]), String>;

	/// What must hold after each step, where this stage can tell.
	fn check_invariants(&mut self) -> Result<(), String> {
		Ok(())
	}
}
