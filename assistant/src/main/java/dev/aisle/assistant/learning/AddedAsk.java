package dev.aisle.assistant.learning;

import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.usecase.AddAsk;
import dev.aisle.assistant.knowledge.usecase.SaveArticle;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Adds to an article how people ask for it, in the language of a group of questions and in the editor's words. */
@Singleton
public class AddedAsk {
    private final AddAsk addAsk;
    private final JsonWebToken token;

    AddedAsk(AddAsk addAsk, JsonWebToken token) {
        this.addAsk = addAsk;
        this.token = token;
    }

    /** Why it wasn't added; {@code null} when it was. */
    @Nullable
    public Response refusal(QuestionGroup group, String article, String ask) {
        String author = token.getSubject();
        Language language = ArticleKey.languageOf(group.language()).orElseThrow();
        if (author == null || author.isBlank()) {
            return Problems.answer(Problem.of(
                    "not-allowed", 403, "The token has no subject (sub), so that nobody could tell who did it."));
        }
        if (ask.isBlank()) {
            return Problems.invalidField("ask", "must be 1 to 300 characters");
        }
        return switch (addAsk.add(new ArticleKey(article, language), ask, author)
                .orElse(null)) {
            case null -> Problems.notFound("article");
            case SaveArticle.Outcome.Wrong wrong ->
                Problems.invalidField("ask", wrong.violations().getOrDefault("asks", "can't be added to this article"));
            case SaveArticle.Outcome.TooMany tooMany ->
                Problems.conflict("too-many-versions", "An article has at most " + tooMany.most() + " versions.");
            case SaveArticle.Outcome.Outdated _ ->
                Problems.conflict("changed-meanwhile", "Somebody changes the article just now: try again.");
            case SaveArticle.Outcome.Created _ -> null;
            case SaveArticle.Outcome.Changed _ -> null;
            case SaveArticle.Outcome.Unchanged _ -> null;
        };
    }
}
