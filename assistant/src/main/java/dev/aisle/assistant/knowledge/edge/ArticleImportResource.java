package dev.aisle.assistant.knowledge.edge;

import dev.aisle.assistant.knowledge.domain.ArticleEntry;
import dev.aisle.assistant.knowledge.domain.ArticleState;
import dev.aisle.assistant.knowledge.domain.ImportReport;
import dev.aisle.assistant.knowledge.domain.MarkdownEntries;
import dev.aisle.assistant.knowledge.domain.TableEntries;
import dev.aisle.assistant.knowledge.usecase.FollowKnowledge;
import dev.aisle.assistant.knowledge.usecase.ImportArticles;
import dev.aisle.assistant.knowledge.usecase.ImportArticles.Order;
import dev.aisle.assistant.knowledge.usecase.KnowledgeSettings;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Many articles at once, as Markdown with front matter or as a table. */
@Path("/v1/articles/import")
@Changes("article")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "knowledge")
class ArticleImportResource {
    private static final String MARKDOWN = "text/markdown";
    private static final String CSV = "text/csv";

    private final ImportArticles importArticles;
    private final FollowKnowledge followKnowledge;
    private final KnowledgeSettings settings;
    private final ArticleAnswers answers;

    ArticleImportResource(
            ImportArticles importArticles,
            FollowKnowledge followKnowledge,
            KnowledgeSettings settings,
            ArticleAnswers answers) {
        this.importArticles = importArticles;
        this.followKnowledge = followKnowledge;
        this.settings = settings;
        this.answers = answers;
    }

    @POST
    @Consumes({MARKDOWN, CSV})
    @RolesAllowed(Role.MARKETER)
    @Operation(
            summary = "Take many articles; with dryRun only say what would change",
            description =
                    "Each article that differs from its newest version gets a new one in the state named: draft, in_review or"
                            + " approved. An article that is wrong is named with its line and field, the others go in.")
    public Response take(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @QueryParam("state") @DefaultValue("draft") String state,
            @QueryParam("dryRun") @DefaultValue("false") String dryRun,
            @Nullable String body) {
        String actor = answers.actor();
        if (actor == null) {
            return ArticleAnswers.noSubject();
        }
        Optional<ArticleState> wanted = ArticleState.of(state).filter(known -> known != ArticleState.RETIRED);
        if (wanted.isEmpty()) {
            return Problems.invalidField("state", "must be draft, in_review or approved");
        }
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            return Problems.invalidField("dryRun", "must be true or false");
        }
        if (wanted.get() == ArticleState.APPROVED && settings.secondPerson()) {
            return Problems.answer(Problem.of(
                    "second-person-needed",
                    403,
                    "Here somebody else than the author approves: import with state=in_review."));
        }
        String text = body == null ? "" : body;
        List<ArticleEntry> entries =
                type != null && type.startsWith(CSV) ? TableEntries.read(text) : MarkdownEntries.read(text);
        if (entries.isEmpty()) {
            return Problems.malformed("There is no article in it: send Markdown with front matter, or a table.");
        }
        if (entries.size() > ImportArticles.MOST_ARTICLES) {
            return Problems.answer(Problem.of(
                    "too-large", 413, "Send at most " + ImportArticles.MOST_ARTICLES + " articles at once."));
        }
        boolean store = dryRun.equals("false");
        ImportReport report = importArticles.take(entries, new Order(wanted.get(), store, actor));
        if (store) {
            followKnowledge.refresh();
        }
        return Response.ok(report).build();
    }
}
