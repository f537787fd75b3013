package dev.aisle.assistant.knowledge.edge;

import dev.aisle.assistant.knowledge.domain.ArticleChecks;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.edge.ArticleViews.ArticleView;
import dev.aisle.assistant.knowledge.usecase.FollowKnowledge;
import dev.aisle.assistant.knowledge.usecase.ReadArticles;
import dev.aisle.assistant.knowledge.usecase.SaveArticle;
import dev.aisle.assistant.knowledge.usecase.TakeArticleStep;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Outcomes as answers, ETags, and who is asking. What was changed is searchable here when it is answered. */
@Singleton
class ArticleAnswers {
    private final ReadArticles readArticles;
    private final FollowKnowledge followKnowledge;
    private final JsonWebToken token;

    ArticleAnswers(ReadArticles readArticles, FollowKnowledge followKnowledge, JsonWebToken token) {
        this.readArticles = readArticles;
        this.followKnowledge = followKnowledge;
        this.token = token;
    }

    /** The subject of the token; {@code null} when it has none. */
    @Nullable
    String actor() {
        String subject = token.getSubject();
        return subject == null || subject.isBlank() ? null : subject;
    }

    /** The article of a path; empty when a part of it can't name one. */
    static Optional<ArticleKey> key(String id, String locale) {
        Optional<Language> language = ArticleKey.languageOf(locale);
        return ArticleChecks.isId(id) ? language.map(known -> new ArticleKey(id, known)) : Optional.empty();
    }

    static Response badKey(String id) {
        return ArticleChecks.isId(id)
                ? Problems.invalidField("locale", "must be en or zh, the languages that the assistant speaks")
                : Problems.invalidField("id", "must be 1 to 100 small letters, digits and hyphens, such as returns");
    }

    /** An article with its revision as ETag. */
    Response whole(ArticleKey key, int status) {
        return readArticles
                .one(key)
                .map(article -> Response.status(status)
                        .tag("r" + article.revision())
                        .entity(ArticleView.of(article, true))
                        .build())
                .orElseGet(() -> Problems.notFound("article"));
    }

    Response of(ArticleKey key, SaveArticle.Outcome outcome, boolean conditional) {
        return switch (outcome) {
            case SaveArticle.Outcome.Created _ -> whole(key, 201);
            case SaveArticle.Outcome.Changed _ -> whole(key, 200);
            case SaveArticle.Outcome.Unchanged _ -> whole(key, 200);
            case SaveArticle.Outcome.Wrong wrong -> wrong(wrong.violations());
            case SaveArticle.Outcome.Outdated outdated -> outdated(outdated.revision(), conditional);
            case SaveArticle.Outcome.TooMany tooMany ->
                Problems.conflict("too-many-versions", "An article has at most " + tooMany.most() + " versions.");
        };
    }

    Response of(ArticleKey key, TakeArticleStep.Outcome outcome) {
        return switch (outcome) {
            case TakeArticleStep.Outcome.Done _ -> {
                followKnowledge.refresh();
                yield whole(key, 200);
            }
            case TakeArticleStep.Outcome.Missing _ -> Problems.notFound("article");
            case TakeArticleStep.Outcome.Outdated outdated -> outdated(outdated.revision(), true);
            case TakeArticleStep.Outcome.NotPossible notPossible ->
                Problems.conflict(
                        "wrong-state",
                        "The newest version is " + notPossible.state().wireName()
                                + ": submit a draft, approve or reject one that is in review, retire any.");
            case TakeArticleStep.Outcome.SecondPersonNeeded _ ->
                Problems.answer(Problem.of(
                        "second-person-needed",
                        403,
                        "You wrote this version. Somebody else with the role marketer approves it."));
        };
    }

    static Response wrong(Map<String, String> violations) {
        return Problems.invalidFields(violations.entrySet().stream()
                .map(violation -> new FieldError(violation.getKey(), violation.getValue()))
                .toList());
    }

    /** The revision of an {@code If-Match: "r7"}; {@code null} when it is none. */
    static @Nullable Long revision(@Nullable String ifMatch) {
        String tag = ifMatch == null ? "" : ifMatch.strip().replace("\"", "");
        return tag.matches("r[0-9]{1,15}") ? Long.valueOf(tag.substring(1)) : null;
    }

    static Response badTag() {
        return Problems.invalidField("If-Match", "expected the ETag of a GET, such as \"r7\"");
    }

    static Response tagNeeded() {
        return Problems.answer(
                Problem.of("version-required", 428, "Read the article and send its ETag: If-Match: \"r7\"."));
    }

    static Response noSubject() {
        return Problems.answer(Problem.of(
                "not-allowed", 403, "The token has no subject (sub), so that nobody could tell who did it."));
    }

    private static Response outdated(@Nullable Long revision, boolean conditional) {
        return Problems.answer(Problem.of(
                conditional ? "version-conflict" : "version-required",
                conditional ? 412 : 428,
                revision == null
                        ? "There is no such article: leave If-Match out to make it."
                        : "The article is at revision " + revision + ": read it, and send If-Match: \"r" + revision
                                + "\"."));
    }
}
