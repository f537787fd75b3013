package dev.aisle.recommender.serving.edge;

import dev.aisle.contracts.recommender.v1.BoughtTogetherRequest;
import dev.aisle.contracts.recommender.v1.ExplainRequest;
import dev.aisle.contracts.recommender.v1.Filters;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.SimilarRequest;
import dev.aisle.contracts.recommender.v1.SimilarToImageRequest;
import dev.aisle.contracts.recommender.v1.TrendingRequest;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.serving.domain.Group;
import dev.aisle.recommender.serving.domain.ItemQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads and checks the messages of the gRPC desk; what it gives is of use only when the checks found nothing. */
final class GrpcRequests {
    private static final int USUAL_SIZE = 10;

    private final Desk desk;

    GrpcRequests(Desk desk) {
        this.desk = desk;
    }

    Desk.Personal personal(RecommendRequest request, Checks checks) {
        checks.subject("subject", request.getSubject());
        checks.text("session_id", request.getSessionId());
        checks.ids("context_items", List.copyOf(request.getContextItemsList()), Checks.MOST_ITEMS);
        checks.ids("cart", List.copyOf(request.getCartList()), Checks.MOST_ITEMS);
        checks.ids("exclude", List.copyOf(request.getExcludeList()), Checks.MOST_EXCLUDED);
        checks.texts("context", List.copyOf(request.getContextMap().keySet()));
        ItemFilter filter = GrpcFilters.filter(request.getFilters(), checks);
        Set<String> exclude = Set.copyOf(request.getExcludeList());
        checks.contradiction("filters.product_ids", filter.productIds(), "exclude", exclude);
        return desk.personal(
                new Desk.Person(
                        new Visit(
                                request.getSubject(),
                                request.getPlacement(),
                                request.getContextItemsList(),
                                request.getCartList(),
                                exclude,
                                checks.groups("context", Map.copyOf(request.getContextMap()))),
                        Checks.unknown(request.getContextMap().keySet()),
                        request.getLogExposure()),
                size(request.getSize(), checks),
                filter,
                usual -> GrpcReranking.reranking(request.getReranking(), usual, checks),
                new Desk.Cursor("page_cursor", request.getPageCursor()),
                shape(request.getExplain(), request.getLocale(), checks),
                checks);
    }

    Desk.Items similar(SimilarRequest request, Checks checks) {
        checks.id("product_id", request.getProductId());
        return items(
                "similar",
                List.of(request.getProductId()),
                new Asked(
                        request.getSize(),
                        request.getFilters(),
                        request.getPageCursor(),
                        shape(request.getExplain(), request.getLocale(), checks)),
                checks);
    }

    PictureQuestion similarToImage(SimilarToImageRequest request, Checks checks) {
        if (request.getImage().isEmpty()) {
            checks.refuse("image", "must be a PNG, JPEG or WebP file");
        }
        return PictureQuestion.of(
                request.getImage().toByteArray(),
                request.getSize() == 0 ? USUAL_SIZE : request.getSize(),
                GrpcFilters.filter(request.getFilters(), checks),
                new Desk.Cursor("page_cursor", request.getPageCursor()),
                shape(request.getExplain(), request.getLocale(), checks),
                desk,
                checks);
    }

    Desk.Items boughtTogether(BoughtTogetherRequest request, Checks checks) {
        if (request.getProductIdsCount() == 0) {
            checks.refuse("product_ids", "must have at least one entry");
        }
        checks.ids("product_ids", List.copyOf(request.getProductIdsList()), Checks.MOST_ITEMS);
        return items(
                "bought-together",
                request.getProductIdsList(),
                new Asked(
                        request.getSize(),
                        request.getFilters(),
                        request.getPageCursor(),
                        shape(request.getExplain(), request.getLocale(), checks)),
                checks);
    }

    Desk.Items trending(TrendingRequest request, Checks checks) {
        checks.text("category", request.getCategory());
        Filters filters = request.getFilters();
        if (!request.getCategory().isBlank()) {
            filters = filters.toBuilder()
                    .clearCategories()
                    .addCategories(request.getCategory())
                    .build();
        }
        return items(
                "trending",
                List.of(),
                new Asked(
                        request.getSize(),
                        filters,
                        request.getPageCursor(),
                        shape(true, request.getLocale(), checks),
                        checks.country("country", request.getCountry())),
                checks);
    }

    Locale explained(ExplainRequest request, Checks checks) {
        checks.subject("subject", request.getSubject());
        checks.id("product_id", request.getProductId());
        checks.requestId("request_id", request.getRequestId());
        return checks.locale("locale", request.getLocale());
    }

    /** What all requests about products have. */
    private record Asked(int size, Filters filters, String cursor, Shape shape, List<Group> groups) {
        Asked(int size, Filters filters, String cursor, Shape shape) {
            this(size, filters, cursor, shape, List.of());
        }
    }

    private Desk.Items items(String kind, List<String> productIds, Asked asked, Checks checks) {
        ItemFilter filter = GrpcFilters.filter(asked.filters(), checks);
        desk.checkDomain(filter, checks);
        String question = Questions.ofItems(kind, productIds, asked.groups(), filter);
        return new Desk.Items(
                new ItemQuery(
                        productIds,
                        size(asked.size(), checks),
                        filter,
                        desk.page(new Desk.Cursor("page_cursor", asked.cursor()), question, checks),
                        asked.shape(),
                        asked.groups()),
                question);
    }

    private static Shape shape(boolean explain, String locale, Checks checks) {
        return new Shape(explain, checks.locale("locale", locale));
    }

    private static int size(int size, Checks checks) {
        int asked = size == 0 ? USUAL_SIZE : size;
        checks.size("size", asked);
        return asked;
    }
}
