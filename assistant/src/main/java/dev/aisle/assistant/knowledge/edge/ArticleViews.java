package dev.aisle.assistant.knowledge.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.assistant.knowledge.domain.Article;
import dev.aisle.assistant.knowledge.domain.ArticleText;
import dev.aisle.assistant.knowledge.domain.ArticleVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles as they are answered. */
final class ArticleViews {
    private ArticleViews() {}

    /**
     * A version.
     *
     * @param served whether shoppers get this version now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionView(
            String id,
            String locale,
            int version,
            String state,
            boolean served,
            String title,
            @Nullable String body,
            List<String> tags,
            List<String> products,
            List<String> asks,
            @Nullable String url,
            @Nullable Instant validFrom,
            @Nullable Instant validTo,
            String author,
            Instant madeAt,
            @Nullable String approver,
            @Nullable Instant approvedAt) {
        static VersionView of(ArticleVersion version, int served, boolean withBody) {
            ArticleText text = version.text();
            return new VersionView(
                    version.key().id(),
                    version.key().language().tag(),
                    version.number(),
                    version.state().wireName(),
                    version.number() == served,
                    text.title(),
                    withBody ? text.body() : null,
                    text.tags(),
                    text.products(),
                    text.asks(),
                    text.url(),
                    text.validFrom(),
                    text.validTo(),
                    version.author(),
                    version.madeAt(),
                    version.approver(),
                    version.approvedAt());
        }
    }

    /**
     * An article.
     *
     * @param revision what a change names by If-Match: {@code "r7"}
     * @param servedVersion what shoppers get now; none while there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArticleView(long revision, @Nullable Integer servedVersion, VersionView newest) {
        static ArticleView of(Article article, boolean withBody) {
            return new ArticleView(
                    article.revision(),
                    article.served() == 0 ? null : article.served(),
                    VersionView.of(article.newest(), article.served(), withBody));
        }
    }

    /**
     * A page of articles.
     *
     * @param next what to send as {@code after} for the next page; none at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArticleList(List<ArticleView> articles, @Nullable String next) {}

    /** The newest first. */
    record VersionList(List<VersionView> versions) {}
}
