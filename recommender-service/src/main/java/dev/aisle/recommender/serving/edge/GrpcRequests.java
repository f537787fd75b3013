package dev.aisle.recommender.serving.edge;

import dev.aisle.contracts.recommender.v1.BoughtTogetherRequest;
import dev.aisle.contracts.recommender.v1.ExplainRequest;
import dev.aisle.contracts.recommender.v1.Filters;
import dev.aisle.contracts.recommender.v1.SimilarRequest;
import dev.aisle.contracts.recommender.v1.SimilarToImageRequest;
import dev.aisle.contracts.recommender.v1.TrendingRequest;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.serving.domain.Group;
import dev.aisle.recommender.serving.domain.ItemQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import java.util.List;
import java.util.Locale;

/** Reads and checks gRPC questions about products; what it gives is of use only when the checks found nothing. */
final class GrpcRequests {
    private final RequestReader reader;

    GrpcRequests(RequestReader reader) {
        this.reader = reader;
    }

    ItemQuery similar(SimilarRequest request, Checks checks) {
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

    ItemQuery similarToImage(SimilarToImageRequest request, byte[] file, Checks checks) {
        if (file.length == 0) {
            checks.refuse("image", "must be a PNG, JPEG or WebP file");
        }
        ItemFilter filter = GrpcFilters.filter(request.getFilters(), checks);
        Shape shape = shape(request.getExplain(), request.getLocale(), checks);
        int size = size(request.getSize(), checks);
        reader.checkDomain(filter, checks);
        String question = Questions.ofPicture(file, filter);
        return new ItemQuery(
                List.of(), size, filter, reader.page("page_cursor", request.getPageCursor(), question, checks), shape);
    }

    ItemQuery boughtTogether(BoughtTogetherRequest request, Checks checks) {
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

    ItemQuery trending(TrendingRequest request, Checks checks) {
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

    private ItemQuery items(String kind, List<String> productIds, Asked asked, Checks checks) {
        ItemFilter filter = GrpcFilters.filter(asked.filters(), checks);
        reader.checkDomain(filter, checks);
        String question = Questions.ofItems(kind, productIds, asked.groups(), filter);
        return new ItemQuery(
                productIds,
                size(asked.size(), checks),
                filter,
                reader.page("page_cursor", asked.cursor(), question, checks),
                asked.shape(),
                asked.groups());
    }

    static Shape shape(boolean explain, String locale, Checks checks) {
        return new Shape(explain, checks.locale("locale", locale));
    }

    static int size(int size, Checks checks) {
        int asked = size == 0 ? RequestReader.USUAL_SIZE : size;
        checks.size("size", asked);
        return asked;
    }
}
