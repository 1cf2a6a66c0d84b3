//! Public notices (公示) and objections to them.

use super::{
	at::{answer, Answer},
	error::Error,
};
use jsonrpsee::proc_macros::rpc;
use pallet_notices::runtime_api::{
	NoticeAnswer, NoticePage, NoticeQuestion, NoticeView, NoticesApi, ObjectionView,
};
use quanqi_runtime::{opaque::Block, Hash};
use quanqi_traits::NoticeSubject;
use quanqi_types::NoticeId;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// Records on one page when the caller names no number.
const DEFAULT_PAGE: u32 = 50;

/// Questions about notices. `at` is a block hash; without it, the best finalised block.
#[rpc(server, namespace = "notices")]
pub(crate) trait Notices {
	/// A notice.
	#[method(name = "get")]
	fn get(&self, notice: NoticeId, at: Option<Hash>) -> Result<Answer<Option<NoticeView>>, Error>;

	/// A page of notices, ascending.
	#[method(name = "list")]
	fn list(
		&self,
		after: Option<NoticeId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<NoticePage>, Error>;

	/// The open notice of a grant or a price.
	#[method(name = "open")]
	fn open(
		&self,
		subject: NoticeSubject,
		at: Option<Hash>,
	) -> Result<Answer<Option<NoticeView>>, Error>;

	/// A page of the objections to a notice, from objection `from` on.
	#[method(name = "objections")]
	fn objections(
		&self,
		notice: NoticeId,
		from: Option<u32>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<ObjectionView>>, Error>;

	/// Would this be lawful now? Writes nothing.
	#[method(name = "check")]
	fn check(
		&self,
		question: NoticeQuestion,
		at: Option<Hash>,
	) -> Result<Answer<NoticeAnswer>, Error>;
}

/// Answers from the client's state.
pub(super) struct NoticesRpc<C>(pub(super) Arc<C>);

impl<C> NoticesServer for NoticesRpc<C>
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
	C::Api: NoticesApi<Block>,
{
	fn get(&self, notice: NoticeId, at: Option<Hash>) -> Result<Answer<Option<NoticeView>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().notice(hash, notice))
	}

	fn list(
		&self,
		after: Option<NoticeId>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<NoticePage>, Error> {
		let limit = limit.unwrap_or(DEFAULT_PAGE);
		answer(&*self.0, at, |client, hash| client.runtime_api().notices(hash, after, limit))
	}

	fn open(
		&self,
		subject: NoticeSubject,
		at: Option<Hash>,
	) -> Result<Answer<Option<NoticeView>>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().open_notice(hash, subject))
	}

	fn objections(
		&self,
		notice: NoticeId,
		from: Option<u32>,
		limit: Option<u32>,
		at: Option<Hash>,
	) -> Result<Answer<Vec<ObjectionView>>, Error> {
		let (from, limit) = (from.unwrap_or_default(), limit.unwrap_or(DEFAULT_PAGE));
		answer(&*self.0, at, |client, hash| {
			client.runtime_api().objections(hash, notice, from, limit)
		})
	}

	fn check(
		&self,
		question: NoticeQuestion,
		at: Option<Hash>,
	) -> Result<Answer<NoticeAnswer>, Error> {
		answer(&*self.0, at, |client, hash| client.runtime_api().check(hash, question))
	}
}
