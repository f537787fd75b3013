package dev.aisle.recommender.serving.edge;

import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Visit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/recommendations}; everything may be left out.
 *
 * @param pageCursor {@code nextPageCursor} of the answer before
 * @param context what is known of the visit: country, device
 * @param logExposure whether the list is shown and counts as an exposure of its items
 * @param deadlineMillis how long the caller waits, from the arrival of the request
 */
record RecommendationRequest(
        @Nullable String subject,
        @Nullable String sessionId,
        @Nullable String placement,
        @Nullable Integer size,
        @Nullable List<@Nullable String> contextItems,
        @Nullable List<@Nullable String> cart,
        @Nullable List<@Nullable String> exclude,
        @Nullable FilterRequest filters,
        @Nullable RerankingRequest reranking,
        @Nullable Boolean explain,
        @Nullable Boolean includePurchased,
        @Nullable String locale,
        @Nullable String pageCursor,
        @Nullable Map<String, @Nullable String> context,
        @Nullable Boolean logExposure,
        @Nullable Long deadlineMillis) {
    static final int USUAL_SIZE = 10;

    /** The question; of use only when the checks found nothing. */
    Desk.Personal checked(Desk desk, Checks checks) {
        checks.subject("subject", Texts.orEmpty(subject));
        checks.text("sessionId", Texts.orEmpty(sessionId));
        int asked = size == null ? USUAL_SIZE : size;
        checks.size("size", asked);
        checks.ids("contextItems", Texts.orEmpty(contextItems), Checks.MOST_ITEMS);
        checks.ids("cart", Texts.orEmpty(cart), Checks.MOST_ITEMS);
        checks.ids("exclude", Texts.orEmpty(exclude), Checks.MOST_EXCLUDED);
        ItemFilter filter = (filters == null ? FilterRequest.NONE : filters).checked(checks);
        Set<String> excluded = Set.copyOf(Texts.present(exclude));
        checks.contradiction("filters.productIds", filter.productIds(), "exclude", excluded);
        if (deadlineMillis != null) {
            checks.millis("deadlineMillis", deadlineMillis);
        }
        Map<String, @Nullable String> said = context == null ? Map.of() : context;
        checks.texts("context", List.copyOf(said.keySet()));
        return desk.personal(
                new Desk.Person(
                        new Visit(
                                Texts.orEmpty(subject),
                                Texts.orEmpty(placement),
                                Texts.present(contextItems),
                                Texts.present(cart),
                                excluded,
                                checks.groups("context", said)),
                        Checks.unknown(said.keySet()),
                        Boolean.TRUE.equals(logExposure)),
                asked,
                filter,
                usual -> (reranking == null ? RerankingRequest.NONE : reranking)
                        .checked(usual, includePurchased, checks),
                new Desk.Cursor("pageCursor", Texts.orEmpty(pageCursor)),
                new Shape(!Boolean.FALSE.equals(explain), checks.locale("locale", Texts.orEmpty(locale))),
                checks);
    }
}
