package dev.aisle.assistant.knowledge.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.Confidence;
import dev.aisle.assistant.knowledge.domain.FoundPassage;
import dev.aisle.assistant.knowledge.domain.Passage;
import dev.aisle.assistant.knowledge.domain.SearchBy;
import dev.aisle.assistant.knowledge.usecase.FindPassages;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.text.TextModel;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Looks into the articles as the assistant does. */
@Path("/v1/knowledge/search")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "knowledge")
class KnowledgeSearchResource {
    private static final int LONGEST_QUESTION = 4_000;
    private static final int MOST = 50;

    private final FindPassages findPassages;

    KnowledgeSearchResource(FindPassages findPassages) {
        this.findPassages = findPassages;
    }

    /** A passage, see {@link Passage}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PassageView(
            String article,
            int version,
            int passage,
            String locale,
            String title,
            @Nullable String heading,
            String text,
            @Nullable String url,
            double confidence) {
        static PassageView of(FoundPassage found) {
            Passage passage = found.passage();
            return new PassageView(
                    passage.article(),
                    passage.version(),
                    passage.number(),
                    passage.language().tag(),
                    passage.title(),
                    passage.heading(),
                    passage.text(),
                    passage.url(),
                    Math.round(found.confidence() * 1_000) / 1_000.0);
        }
    }

    /** @param bar the confidence under which a passage found by both doesn't answer */
    record PassageList(List<PassageView> passages, double bar) {}

    @GET
    @RolesAllowed({Role.STOREFRONT, Role.MARKETER, Role.SERVICE})
    @Operation(
            summary = "Passages that may answer a question, one an article, the most fitting first",
            description = "by: words (plain BM25), meaning or both. Without a locale the question's own language.")
    public Response search(
            @QueryParam("q") @DefaultValue("") String question,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("by") @DefaultValue("both") String by,
            @QueryParam("size") @DefaultValue("5") int size) {
        if (question.isBlank() || question.length() > LONGEST_QUESTION) {
            return Problems.invalidField("q", "must be 1 to " + LONGEST_QUESTION + " characters");
        }
        Optional<Language> language = languageOf(locale, question);
        if (language.isEmpty()) {
            return Problems.invalidField("locale", "must be en or zh, also with a region");
        }
        Optional<SearchBy> kind = SearchBy.of(by);
        if (kind.isEmpty()) {
            return Problems.invalidField("by", "must be words, meaning or both");
        }
        if (size < 1 || size > MOST) {
            return Problems.invalidField("size", "must be 1 to " + MOST);
        }
        return Response.ok(new PassageList(
                        findPassages.find(language.get(), question, size, kind.get()).stream()
                                .map(PassageView::of)
                                .toList(),
                        Confidence.BAR))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Optional<Language> languageOf(@Nullable String locale, String question) {
        if (locale == null || locale.isBlank()) {
            return Optional.of(TextModel.of(question) == TextModel.CHINESE ? Language.CHINESE : Language.ENGLISH);
        }
        String tag = Locale.forLanguageTag(locale).getLanguage();
        return ArticleKey.languageOf(tag);
    }
}
