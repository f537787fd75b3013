package dev.aisle.recommender.serving.edge;

import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.serving.domain.Group;
import dev.aisle.recommender.serving.domain.ItemQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/recommendations/similar}, {@code …/bought-together} and {@code …/trending}.
 *
 * @param productIds beside which the list stands; none for what is trending
 * @param pageCursor {@code nextPageCursor} of the answer before
 * @param country among whose people it is popular; for what is trending only
 * @param deadlineMillis how long the caller waits, from the arrival of the request
 */
record ItemsRequest(
        @Nullable List<@Nullable String> productIds,
        @Nullable Integer size,
        @Nullable FilterRequest filters,
        @Nullable Boolean explain,
        @Nullable String locale,
        @Nullable String pageCursor,
        @Nullable String country,
        @Nullable Long deadlineMillis) {
    /**
     * The question; of use only when the checks found nothing.
     *
     * @param kind names it
     * @param least how many products must be named
     * @param most how many may be
     */
    ItemQuery checked(String kind, int least, int most, RequestReader reader, Checks checks) {
        List<String> ids = Texts.present(productIds);
        if (ids.size() < least) {
            checks.refuse("productIds", "must have at least one entry");
        }
        checks.ids("productIds", Texts.orEmpty(productIds), most);
        int asked = size == null ? RequestReader.USUAL_SIZE : size;
        checks.size("size", asked);
        if (deadlineMillis != null) {
            checks.millis("deadlineMillis", deadlineMillis);
        }
        ItemFilter filter = (filters == null ? FilterRequest.NONE : filters).checked(checks);
        reader.checkDomain(filter, checks);
        List<Group> groups = checks.country("country", Texts.orEmpty(country));
        if (least > 0 && !groups.isEmpty()) {
            checks.refuse("country", "is for trending only; leave it out");
        }
        String question = Questions.ofItems(kind, ids, groups, filter);
        return new ItemQuery(
                ids,
                asked,
                filter,
                reader.page("pageCursor", Texts.orEmpty(pageCursor), question, checks),
                new Shape(!Boolean.FALSE.equals(explain), checks.locale("locale", Texts.orEmpty(locale))),
                groups);
    }
}
