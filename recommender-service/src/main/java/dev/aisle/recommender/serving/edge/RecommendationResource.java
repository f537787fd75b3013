package dev.aisle.recommender.serving.edge;

import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.ItemQuery;
import dev.aisle.recommender.serving.domain.PastExplanation;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.Recommendations;
import dev.aisle.recommender.serving.edge.BatchView.Outcome;
import dev.aisle.recommender.serving.usecase.ExplainItem;
import dev.aisle.recommender.serving.usecase.ExplainServed;
import dev.aisle.recommender.serving.usecase.ExplainServed.Past;
import dev.aisle.recommender.serving.usecase.Recommend;
import dev.aisle.recommender.serving.usecase.RecommendItems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Recommendations for those without gRPC. */
@Path("/v1/recommendations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RecommendationResource {
    private static final int MOST_REQUESTS = 100;
    private static final long USUAL_MILLIS = 10_000;
    private static final long LONGEST_MILLIS = 60_000;

    private final RequestReader reader;
    private final Recommend recommend;
    private final RecommendItems recommendItems;
    private final ExplainItem explainItem;
    private final ExplainServed explainServed;

    RecommendationResource(
            RequestReader reader,
            Recommend recommend,
            RecommendItems recommendItems,
            ExplainItem explainItem,
            ExplainServed explainServed) {
        this.reader = reader;
        this.recommend = recommend;
        this.recommendItems = recommendItems;
        this.explainItem = explainItem;
        this.explainServed = explainServed;
    }

    @POST
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    @Operation(summary = "The best items for a person or session at a placement; {} asks for what is popular.")
    public Response recommend(@Nullable RecommendationRequest request) {
        if (request == null) {
            return Problems.malformed("Send a JSON object; {} asks for what is popular.");
        }
        Deadline deadline = deadline(request.deadlineMillis());
        Checks checks = new Checks();
        RecommendQuery query = reader.read(request, checks);
        return checks.errors().isEmpty()
                ? fresh(RecommendationView.of(recommend.recommend(query, deadline)))
                : invalid(checks);
    }

    @POST
    @Path("/batch")
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    @Operation(summary = "Up to a hundred lists in one call, in the order of the requests, each with its own errors.")
    public Response batch(@Nullable BatchRequest batch) {
        if (batch == null) {
            return Problems.malformed("Send a JSON object with requests.");
        }
        Deadline deadline = deadline(batch.deadlineMillis());
        Checks checks = new Checks();
        List<@Nullable RecommendationRequest> requests = batch.requests() == null ? List.of() : batch.requests();
        if (requests.size() > MOST_REQUESTS) {
            checks.refuse("requests", "must have at most " + MOST_REQUESTS + " entries");
        }
        if (batch.deadlineMillis() != null) {
            checks.millis("deadlineMillis", batch.deadlineMillis());
        }
        if (!checks.errors().isEmpty()) {
            return invalid(checks);
        }
        List<Outcome> answers = new ArrayList<>();
        requests.forEach(request -> answers.add(outcome(request, deadline)));
        return fresh(new BatchView(answers));
    }

    private Outcome outcome(@Nullable RecommendationRequest request, Deadline deadline) {
        if (request == null) {
            return new Outcome(null, List.of(new FieldError("", "must be an object")));
        }
        Checks checks = new Checks();
        RecommendQuery query = reader.read(request, checks);
        return checks.errors().isEmpty()
                ? new Outcome(RecommendationView.of(recommend.recommend(query, deadline)), null)
                : new Outcome(null, checks.errors());
    }

    @POST
    @Path("/similar")
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    @Operation(summary = "Items like the given ones.")
    public Response similar(@Nullable ItemsRequest request) {
        return items(request, "similar", 1, recommendItems::similar);
    }

    @POST
    @Path("/bought-together")
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    @Operation(summary = "Items bought together with the given ones.")
    public Response boughtTogether(@Nullable ItemsRequest request) {
        return items(request, "bought-together", 1, recommendItems::boughtTogether);
    }

    @POST
    @Path("/trending")
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    @Operation(summary = "What rises now, then what is popular, for everyone.")
    public Response trending(@Nullable ItemsRequest request) {
        return items(request, "trending", 0, recommendItems::trending);
    }

    private Response items(
            @Nullable ItemsRequest request,
            String kind,
            int least,
            BiFunction<ItemQuery, Deadline, Recommendations> list) {
        if (request == null) {
            return Problems.malformed("Send a JSON object.");
        }
        Deadline deadline = deadline(request.deadlineMillis());
        Checks checks = new Checks();
        ItemQuery query = request.checked(kind, least, least == 0 ? 0 : Checks.MOST_ITEMS, reader, checks);
        if (!checks.errors().isEmpty()) {
            return invalid(checks);
        }
        return recommendItems
                .unknown(query)
                .map(RecommendationResource::noSuch)
                .orElseGet(() -> fresh(RecommendationView.of(list.apply(query, deadline))));
    }

    @POST
    @Path("/explanations")
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    @Operation(summary = "Why a product is, or isn't, recommended to a person now, or, with requestId, why it was.")
    public Response explain(@Nullable ExplanationRequest request) {
        if (request == null) {
            return Problems.malformed("Send a JSON object with productId.");
        }
        Deadline deadline = deadline(request.deadlineMillis());
        Checks checks = new Checks();
        String subject = Texts.orEmpty(request.subject());
        checks.subject("subject", subject);
        checks.id("productId", request.productId());
        String requestId = Texts.orEmpty(request.requestId());
        checks.requestId("requestId", requestId);
        Locale locale = checks.locale("locale", Texts.orEmpty(request.locale()));
        if (request.deadlineMillis() != null) {
            checks.millis("deadlineMillis", request.deadlineMillis());
        }
        if (!checks.errors().isEmpty()) {
            return invalid(checks);
        }
        String productId = Texts.orEmpty(request.productId());
        if (!requestId.isEmpty()) {
            return past(explainServed.explain(subject, requestId, productId, locale));
        }
        return explainItem
                .explain(subject, productId, locale, deadline)
                .map(explanation -> fresh(ExplanationView.of(explanation)))
                .orElseGet(() -> noSuch(productId));
    }

    private static Response past(Past past) {
        return switch (past) {
            case Past.Explained(PastExplanation explanation) -> fresh(ExplanationView.of(explanation));
            case Past.NotKept notKept -> Problems.answer(Problem.of("no-such-answer", 404, notKept.text()));
            case Past.NotInIt notInIt -> Problems.answer(Problem.of("not-in-answer", 404, notInIt.text()));
        };
    }

    private static Deadline deadline(@Nullable Long millis) {
        return Deadline.in(Duration.ofMillis(millis == null ? USUAL_MILLIS : Math.clamp(millis, 0, LONGEST_MILLIS)));
    }

    private static Response noSuch(String productId) {
        return Problems.answer(Problem.of("no-such-product", 404, "The catalogue has no product " + productId + "."));
    }

    private static Response fresh(Object entity) {
        return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Response invalid(Checks checks) {
        return Problems.invalidFields(checks.errors());
    }
}
