package dev.aisle.campaign.results.policies;

import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.results.policies.EvaluatePolicy.Outcome;
import dev.aisle.campaign.results.policies.ExportLog.Line;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a policy would have earned, before it goes live. */
@Path("/v1/policy-evaluations")
@ChangesNothing("answers a question; what the guard counts is no change")
@RunOnVirtualThread
@Tag(name = "campaigns")
class PolicyResource {
    private final EvaluatePolicy evaluatePolicy;
    private final ExportLog exportLog;

    PolicyResource(EvaluatePolicy evaluatePolicy, ExportLog exportLog) {
        this.evaluatePolicy = evaluatePolicy;
        this.exportLog = exportLog;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "What a policy would have earned on the log of a campaign",
            description =
                    "IPS, SNIPS, direct, doubly robust, clipped and switch, with the effective sample size. Counts people who allow analytics, each with the latest contact, in numbers that have noise; of too few nothing is told.")
    public Response evaluate(
            @NotNull(message = "send a JSON object with campaign and policy") @Valid EvaluationBody body) {
        if (!body.policy().saidOnce()) {
            return Problems.invalidField("policy", "say one of weights, always, bandit, or segments with otherwise");
        }
        return switch (evaluatePolicy.evaluate(body.toQuestion())) {
            case Outcome.Done done ->
                Response.ok(EvaluationView.of(done.evaluation()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case Outcome.Missing _ -> Problems.notFound("campaign");
            case Outcome.Wrong wrong -> Problems.unprocessable("no-such-policy", wrong.field(), wrong.message());
        };
    }

    @GET
    @Path("/log")
    @Produces("text/csv")
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "The log of a campaign in the format of the Open Bandit Dataset",
            description =
                    "Rows that come to the numbers that the guard has released; none is anybody's contact. For ./aisle compute ope.evaluate. Only a header where too few people are in it.")
    public Response log(
            @QueryParam("campaign")
                    @NotNull(message = "name a campaign")
                    @Pattern(
                            regexp = "[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?",
                            message = "is not a campaign: 1 to 64 small letters, digits, hyphens")
                    String campaign,
            @QueryParam("version") @Min(value = 1, message = "expected a version's number") @Nullable Integer version,
            @QueryParam("reward")
                    @Pattern(regexp = "clicks|conversion|revenue", message = "expected clicks, conversion or revenue")
                    @Nullable
                    String reward) {
        return exportLog
                .of(campaign, version, reward == null ? null : Reward.of(reward).orElse(null), null)
                .map(lines -> Response.ok(csv(lines), "text/csv; charset=utf-8")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    private static String csv(List<Line> lines) {
        StringBuilder rows = new StringBuilder("timestamp,item_id,variation,click,propensity_score,context\n");
        for (Line line : lines) {
            rows.append(line.day()).append(',').append(line.item()).append(',').append(line.variation());
            rows.append(',').append(line.reward()).append(',').append(line.propensity());
            rows.append(',').append(line.context()).append('\n');
        }
        return rows.toString();
    }
}
