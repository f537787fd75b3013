package dev.aisle.assistant.knowledge.edge;

import dev.aisle.assistant.knowledge.domain.Article;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.ArticleState;
import dev.aisle.assistant.knowledge.domain.ArticleStep;
import dev.aisle.assistant.knowledge.domain.ArticleText;
import dev.aisle.assistant.knowledge.domain.ArticleVersion;
import dev.aisle.assistant.knowledge.edge.ArticleViews.ArticleList;
import dev.aisle.assistant.knowledge.edge.ArticleViews.ArticleView;
import dev.aisle.assistant.knowledge.edge.ArticleViews.VersionList;
import dev.aisle.assistant.knowledge.edge.ArticleViews.VersionView;
import dev.aisle.assistant.knowledge.store.ArticleRepository.Filter;
import dev.aisle.assistant.knowledge.usecase.ReadArticles;
import dev.aisle.assistant.knowledge.usecase.SaveArticle;
import dev.aisle.assistant.knowledge.usecase.TakeArticleStep;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The articles that the assistant answers from: written, reviewed, approved and retired. */
@Path("/v1/articles")
@Changes("article")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "knowledge")
class ArticleResource {
    private static final int MOST_LISTED = 500;
    private static final int LONGEST_FILTER = 500;

    private final ReadArticles readArticles;
    private final SaveArticle saveArticle;
    private final TakeArticleStep takeStep;
    private final ArticleAnswers answers;

    ArticleResource(
            ReadArticles readArticles, SaveArticle saveArticle, TakeArticleStep takeStep, ArticleAnswers answers) {
        this.readArticles = readArticles;
        this.saveArticle = saveArticle;
        this.takeStep = takeStep;
        this.answers = answers;
    }

    /** {@code submit}, {@code reject}, {@code approve} or {@code retire}. */
    record StepBody(@Nullable String step) {}

    @GET
    @RolesAllowed({Role.MARKETER, Role.OPERATOR, Role.ANALYST})
    @Operation(summary = "Articles by id and locale, without their bodies; filters: locale, state, tag, product")
    public Response list(
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("state") @Nullable String state,
            @QueryParam("tag") @Nullable String tag,
            @QueryParam("product") @Nullable String product,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("size") @DefaultValue("100") int size) {
        if (locale != null && ArticleKey.languageOf(locale).isEmpty()) {
            return Problems.invalidField("locale", "must be en or zh");
        }
        if (state != null && ArticleState.of(state).isEmpty()) {
            return Problems.invalidField("state", "must be draft, in_review, approved or retired");
        }
        if (size < 1 || size > MOST_LISTED) {
            return Problems.invalidField("size", "must be 1 to " + MOST_LISTED);
        }
        for (String text : new @Nullable String[] {tag, product, after}) {
            if (text != null && (text.length() > LONGEST_FILTER || text.indexOf('\0') >= 0)) {
                return Problems.malformed("tag, product and after have at most 500 characters, none of them null.");
            }
        }
        List<Article> found = readArticles.list(new Filter(locale, state, tag, product, after, size + 1));
        List<Article> page = found.size() > size ? found.subList(0, size) : found;
        String next = found.size() > size
                ? page.getLast().key().id() + "/"
                        + page.getLast().key().language().tag()
                : null;
        return Response.ok(new ArticleList(
                        page.stream()
                                .map(article -> ArticleView.of(article, false))
                                .toList(),
                        next))
                .build();
    }

    @GET
    @Path("/{id}/{locale}")
    @RolesAllowed({Role.MARKETER, Role.OPERATOR, Role.ANALYST})
    @Operation(summary = "The newest version of an article; its revision is the ETag")
    public Response read(@PathParam("id") String id, @PathParam("locale") String locale) {
        Optional<ArticleKey> key = ArticleAnswers.key(id, locale);
        return key.isEmpty() ? ArticleAnswers.badKey(id) : answers.whole(key.get(), 200);
    }

    @PUT
    @Path("/{id}/{locale}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MARKETER)
    @Operation(
            summary = "Make an article, or a new version of it, as a draft",
            description =
                    "What is approved stays served until the new version is approved too. A change names the revision that it"
                            + " rests on by If-Match (428 without it, 412 when it isn't the current one). The same again changes nothing.")
    public Response save(
            @PathParam("id") String id,
            @PathParam("locale") String locale,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "send a JSON object with title and body") ArticleBody body) {
        Optional<ArticleKey> key = ArticleAnswers.key(id, locale);
        if (key.isEmpty()) {
            return ArticleAnswers.badKey(id);
        }
        String actor = answers.actor();
        if (actor == null) {
            return ArticleAnswers.noSubject();
        }
        Long revision = ArticleAnswers.revision(ifMatch);
        if (ifMatch != null && revision == null) {
            return ArticleAnswers.badTag();
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        ArticleText text = body.written().text(wrong);
        return wrong.isEmpty()
                ? answers.of(key.get(), saveArticle.save(key.get(), text, revision, actor), ifMatch != null)
                : ArticleAnswers.wrong(wrong);
    }

    @POST
    @Path("/{id}/{locale}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MARKETER)
    @Operation(
            summary = "Submit, reject, approve or retire the newest version",
            description = "If-Match names the revision. 409 when the step isn't possible from where the version is.")
    public Response step(
            @PathParam("id") String id,
            @PathParam("locale") String locale,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "send a JSON object with the step") StepBody body) {
        Optional<ArticleStep> step = ArticleStep.of(body.step() == null ? "" : body.step());
        return step.isEmpty()
                ? Problems.invalidField("step", "must be submit, reject, approve or retire")
                : take(id, locale, ifMatch, step.get());
    }

    @DELETE
    @Path("/{id}/{locale}")
    @RolesAllowed(Role.MARKETER)
    @Operation(
            summary = "Retire an article",
            description = "It is no longer served; its versions stay. A later PUT makes a new draft of it.")
    public Response retire(
            @PathParam("id") String id,
            @PathParam("locale") String locale,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return take(id, locale, ifMatch, ArticleStep.RETIRE);
    }

    private Response take(String id, String locale, @Nullable String ifMatch, ArticleStep step) {
        Optional<ArticleKey> key = ArticleAnswers.key(id, locale);
        if (key.isEmpty()) {
            return ArticleAnswers.badKey(id);
        }
        String actor = answers.actor();
        if (actor == null) {
            return ArticleAnswers.noSubject();
        }
        if (ifMatch == null) {
            return ArticleAnswers.tagNeeded();
        }
        Long revision = ArticleAnswers.revision(ifMatch);
        return revision == null
                ? ArticleAnswers.badTag()
                : answers.of(key.get(), takeStep.take(key.get(), step, revision, actor));
    }

    @GET
    @Path("/{id}/{locale}/versions")
    @RolesAllowed({Role.MARKETER, Role.OPERATOR, Role.ANALYST})
    @Operation(summary = "The versions of an article with their bodies, the newest first")
    public Response versions(@PathParam("id") String id, @PathParam("locale") String locale) {
        Optional<ArticleKey> key = ArticleAnswers.key(id, locale);
        if (key.isEmpty()) {
            return ArticleAnswers.badKey(id);
        }
        List<ArticleVersion> versions = readArticles.versions(key.get());
        int served = readArticles.one(key.get()).map(Article::served).orElse(0);
        return versions.isEmpty()
                ? Problems.notFound("article")
                : Response.ok(new VersionList(versions.stream()
                                .map(version -> VersionView.of(version, served, true))
                                .toList()))
                        .build();
    }
}
