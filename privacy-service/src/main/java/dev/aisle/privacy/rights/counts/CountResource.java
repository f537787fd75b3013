package dev.aisle.privacy.rights.counts;

import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.counts.CountQuestions.Asked;
import dev.aisle.privacy.rights.counts.CountQuestions.Refused;
import dev.aisle.privacy.rights.counts.CountViews.CountView;
import dev.aisle.privacy.rights.counts.CountViews.NoisedView;
import dev.aisle.privacy.rights.counts.CountViews.OverBudgetView;
import dev.aisle.privacy.shared.people.CountsConfig;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many people: exactly for officers, with noise for analysts too. */
@Path("/v1/counts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class CountResource {
    private static final String PLACE = "[A-Z]{2}(-[A-Z0-9]{1,3})?";
    private static final String PLACE_MESSAGE = "expected a jurisdiction such as EU or US-CA";
    /** 0.000001 to 99.999999. */
    private static final String EPSILON = "(?!0*\\.?0*$)\\d{1,2}(\\.\\d{1,6})?";

    private static final String EPSILON_MESSAGE = "expected a number above 0 and below 100 with at most 6 decimals";

    private final CountPeople countPeople;
    private final CountWithNoise countWithNoise;
    private final CountsConfig config;

    CountResource(CountPeople countPeople, CountWithNoise countWithNoise, CountsConfig config) {
        this.countPeople = countPeople;
        this.countWithNoise = countWithNoise;
        this.config = config;
    }

    @GET
    @Path("/consents")
    @RolesAllowed(Role.PRIVACY_OFFICER)
    public Response consents(
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("status") @Nullable String status,
            @QueryParam("jurisdiction") @Pattern(regexp = PLACE, message = PLACE_MESSAGE) @Nullable
                    String jurisdiction) {
        return exactly(CountQuestions.consents(purpose, status, jurisdiction));
    }

    @GET
    @Path("/requests")
    @RolesAllowed(Role.PRIVACY_OFFICER)
    public Response requests(@QueryParam("type") @Nullable String type, @QueryParam("status") @Nullable String status) {
        return exactly(CountQuestions.requests(type, status));
    }

    @GET
    @Path("/consents/noised")
    @RolesAllowed({Role.ANALYST, Role.PRIVACY_OFFICER})
    public Response noisedConsents(
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("status") @Nullable String status,
            @QueryParam("jurisdiction") @Pattern(regexp = PLACE, message = PLACE_MESSAGE) @Nullable String jurisdiction,
            @QueryParam("epsilon")
                    @NotNull(message = "is missing")
                    @Pattern(regexp = EPSILON, message = EPSILON_MESSAGE)
                    String epsilon) {
        return noised(CountQuestions.consents(purpose, status, jurisdiction), new BigDecimal(epsilon));
    }

    @GET
    @Path("/requests/noised")
    @RolesAllowed({Role.ANALYST, Role.PRIVACY_OFFICER})
    public Response noisedRequests(
            @QueryParam("type") @Nullable String type,
            @QueryParam("status") @Nullable String status,
            @QueryParam("epsilon")
                    @NotNull(message = "is missing")
                    @Pattern(regexp = EPSILON, message = EPSILON_MESSAGE)
                    String epsilon) {
        return noised(CountQuestions.requests(type, status), new BigDecimal(epsilon));
    }

    private Response exactly(CountQuestions asked) {
        return switch (asked) {
            case Refused refused -> refused.answer();
            case Asked(Question question) ->
                switch (countPeople.count(question)) {
                    case CountPeople.Outcome.Counted counted ->
                        Response.ok(new CountView(counted.people(), counted.asOf(), config.k()))
                                .build();
                    case CountPeople.Outcome.Withheld withheld ->
                        Problems.conflict(
                                "count-withheld",
                                "It, or what is left when it is subtracted from a count told before, is of fewer than "
                                        + withheld.k() + " people.");
                };
        };
    }

    private Response noised(CountQuestions asked, BigDecimal epsilon) {
        return switch (asked) {
            case Refused refused -> refused.answer();
            case Asked(Question question) ->
                switch (countWithNoise.count(question, epsilon)) {
                    case CountWithNoise.Outcome.Counted counted ->
                        Response.ok(NoisedView.of(counted.people(), counted.asOf(), epsilon, counted.remaining()))
                                .build();
                    case CountWithNoise.Outcome.Exhausted exhausted -> overBudget(exhausted);
                };
        };
    }

    private static Response overBudget(CountWithNoise.Outcome.Exhausted exhausted) {
        String detail =
                "The budget doesn't reach for this; " + exhausted.remaining().toPlainString() + " is left.";
        Problem problem = Problem.of("budget-exhausted", 429, detail);
        long seconds =
                Math.max(1, Duration.between(Instant.now(), exhausted.renewed()).toSeconds());
        return Response.status(429)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .entity(new OverBudgetView(problem.type(), problem.title(), 429, detail, exhausted.remaining()))
                .build();
    }
}
