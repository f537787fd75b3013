package dev.aisle.recommender.serving.edge;

import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ListDomains;
import dev.aisle.recommender.serving.domain.Note;
import dev.aisle.recommender.serving.domain.Note.Why;
import dev.aisle.recommender.serving.domain.Page;
import dev.aisle.recommender.serving.domain.PageCursor;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.RecommendQuery.Terms;
import dev.aisle.recommender.serving.domain.Reranking;
import dev.aisle.recommender.serving.domain.Visit;
import dev.aisle.recommender.serving.usecase.PlacementRules;
import dev.aisle.recommender.serving.usecase.PlacementRules.Rules;
import dev.aisle.recommender.serving.usecase.ServingSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes questions of requests, with all that the configuration says of them; what it gives is of use only when the checks found nothing. */
@Singleton
class RequestReader {
    static final int USUAL_SIZE = 10;

    private final PlacementRules rules;
    private final ListDomains domains;
    private final Duration cursorAge;

    RequestReader(PlacementRules rules, ListDomains domains, ServingSettings settings) {
        this.rules = rules;
        this.domains = domains;
        this.cursorAge = settings.cursorAge();
    }

    RecommendQuery read(RecommendationRequest request, Checks checks) {
        checks.subject("subject", Texts.orEmpty(request.subject()));
        checks.text("sessionId", Texts.orEmpty(request.sessionId()));
        int size = request.size() == null ? USUAL_SIZE : request.size();
        checks.size("size", size);
        checks.ids("contextItems", Texts.orEmpty(request.contextItems()), Checks.MOST_ITEMS);
        checks.ids("cart", Texts.orEmpty(request.cart()), Checks.MOST_ITEMS);
        checks.ids("exclude", Texts.orEmpty(request.exclude()), Checks.MOST_EXCLUDED);
        ItemFilter filter = (request.filters() == null ? FilterRequest.NONE : request.filters()).checked(checks);
        Set<String> exclude = Set.copyOf(Texts.present(request.exclude()));
        checks.contradiction("filters.productIds", filter.productIds(), "exclude", exclude);
        if (request.deadlineMillis() != null) {
            checks.millis("deadlineMillis", request.deadlineMillis());
        }
        Map<String, @Nullable String> context = request.context() == null ? Map.of() : request.context();
        checks.texts("context", List.copyOf(context.keySet()));
        Visit visit = new Visit(
                Texts.orEmpty(request.subject()),
                Texts.orEmpty(request.placement()),
                Texts.present(request.contextItems()),
                Texts.present(request.cart()),
                exclude,
                checks.groups("context", context));
        Shape shape = new Shape(
                !Boolean.FALSE.equals(request.explain()), checks.locale("locale", Texts.orEmpty(request.locale())));
        Rules settings = settings(visit, filter, checks);
        Reranking reranking = (request.reranking() == null ? RerankingRequest.NONE : request.reranking())
                .checked(settings.reranking(), request.includePurchased(), checks);
        Page page = page("pageCursor", Texts.orEmpty(request.pageCursor()), Questions.personal(visit, filter), checks);
        Terms terms = new Terms(
                settings.version(reranking),
                Boolean.TRUE.equals(request.logExposure()),
                unused(Checks.unknown(context.keySet())));
        return new RecommendQuery(visit, size, settings.within(filter), reranking, page, shape, terms);
    }

    RecommendQuery read(RecommendRequest request, Checks checks) {
        checks.subject("subject", request.getSubject());
        checks.text("session_id", request.getSessionId());
        checks.ids("context_items", List.copyOf(request.getContextItemsList()), Checks.MOST_ITEMS);
        checks.ids("cart", List.copyOf(request.getCartList()), Checks.MOST_ITEMS);
        checks.ids("exclude", List.copyOf(request.getExcludeList()), Checks.MOST_EXCLUDED);
        Set<String> context = request.getContextMap().keySet();
        checks.texts("context", List.copyOf(context));
        ItemFilter filter = GrpcFilters.filter(request.getFilters(), checks);
        Set<String> exclude = Set.copyOf(request.getExcludeList());
        checks.contradiction("filters.product_ids", filter.productIds(), "exclude", exclude);
        Visit visit = new Visit(
                request.getSubject(),
                request.getPlacement(),
                request.getContextItemsList(),
                request.getCartList(),
                exclude,
                checks.groups("context", Map.copyOf(request.getContextMap())));
        int size = GrpcRequests.size(request.getSize(), checks);
        Shape shape = GrpcRequests.shape(request.getExplain(), request.getLocale(), checks);
        Rules settings = settings(visit, filter, checks);
        Reranking reranking = GrpcReranking.reranking(request.getReranking(), settings.reranking(), checks);
        Page page = page("page_cursor", request.getPageCursor(), Questions.personal(visit, filter), checks);
        Terms terms = new Terms(settings.version(reranking), request.getLogExposure(), unused(Checks.unknown(context)));
        return new RecommendQuery(visit, size, settings.within(filter), reranking, page, shape, terms);
    }

    private Rules settings(Visit visit, ItemFilter filter, Checks checks) {
        checkDomain(filter, checks);
        String violation = rules.violation(visit.placement());
        if (violation != null) {
            checks.refuse("placement", violation);
        }
        return rules.of(visit, filter);
    }

    private static List<Note> unused(Set<String> context) {
        return context.stream()
                .sorted()
                .map(name -> new Note(
                        "context", Why.NOT_USED, "Nothing is known that depends on " + name + "; it wasn't used."))
                .toList();
    }

    /** Both protocols call the field so. */
    void checkDomain(ItemFilter filter, Checks checks) {
        if (!domains.knows(filter.domain().domain())) {
            checks.refuse(
                    "filters.domain",
                    "must be one of " + domains.known()
                            + ", or empty; other packs are put in use by aisle.domains.packs");
        }
    }

    /**
     * The page that a cursor leads to; the first one when it is empty.
     *
     * @param question what the cursor must have been made for
     */
    Page page(String field, String cursor, String question, Checks checks) {
        if (cursor.isEmpty()) {
            return Page.first(question);
        }
        return switch (PageCursor.read(cursor, question, Instant.now(), cursorAge)) {
            case PageCursor.Read.Valid(long[] shown) -> Page.after(shown, question);
            case PageCursor.Read.Refused(String text) -> {
                checks.refuse(field, text);
                yield Page.first(question);
            }
        };
    }
}
