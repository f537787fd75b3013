package dev.aisle.campaign.experiments.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.campaign.experiments.analysis.PlanExperiment.Answer;
import dev.aisle.campaign.experiments.analysis.PlanExperiment.Plan;
import dev.aisle.campaign.experiments.analysis.PlanExperiment.Question;
import dev.aisle.campaign.experiments.analysis.PlanExperiment.Week;
import dev.aisle.campaign.experiments.domain.DecisionRule;
import dev.aisle.campaign.experiments.domain.DecisionRule.Method;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Plan of an experiment before it starts: the units and days that it needs, and the effects that it will find. */
@Path("/v1/experiments/plan")
@ChangesNothing("answers a question about a plan")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "experiments")
class PlanResource {
    private final PlanExperiment planExperiment;

    PlanResource(PlanExperiment planExperiment) {
        this.planExperiment = planExperiment;
    }

    /** The experiment to plan; a part that is left out is as experiments have it. */
    record PlanRequest(
            @NotBlank(message = "expected the id of a metric")
            String metric,

            @NotNull(message = "expected the least relative effect that matters, such as 0.05")
            @DecimalMin(value = "0", inclusive = false, message = "expected more than 0")
            @DecimalMax(value = "10", message = "expected at most 10")
            Double minimumEffect,

            @Nullable
            @DecimalMin(value = "0", inclusive = false, message = "expected more than 0")
            @DecimalMax(value = "0.5", inclusive = false, message = "expected less than 0.5")
            Double alpha,

            @Nullable
            @DecimalMin(value = "0.5", message = "expected 0.5 to 0.99")
            @DecimalMax(value = "0.99", message = "expected 0.5 to 0.99")
            Double power,

            @Nullable
            @Pattern(
                    regexp = "fixed|sequential|group_sequential|bayesian",
                    message = "expected fixed, sequential, group_sequential or bayesian")
            String method,

            @Nullable @Min(value = 2, message = "expected 2 to 20") @Max(value = 20, message = "expected 2 to 20")
            Integer variations,

            @Nullable @Min(value = 1, message = "expected 1 to 20") @Max(value = 20, message = "expected 1 to 20")
            Integer goals,

            @Nullable
            @DecimalMin(value = "0", inclusive = false, message = "expected more than 0")
            @DecimalMax(value = "1", message = "expected at most 1")
            Double coverage) {
        Question question() {
            Method how = Arrays.stream(Method.values())
                    .filter(one -> one.code().equals(method))
                    .findFirst()
                    .orElse(Method.SEQUENTIAL);
            int arms = variations == null ? 2 : variations;
            return new Question(
                    metric,
                    new DecisionRule(how, alpha == null ? 0.05 : alpha, minimumEffect, power == null ? 0.8 : power, 5),
                    (arms - 1) * (goals == null ? 1 : goals),
                    1.0 / arms,
                    coverage == null ? 1 : coverage);
        }
    }

    /** A plan; {@code units} is missing when no number finds it, {@code days} when two years don't. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlanView(
            double mean,
            double deviation,
            long unitsAWeek,
            @Nullable Long units,
            @Nullable Long days,
            List<Week> weeks) {
        static PlanView of(Plan one) {
            return new PlanView(one.mean(), one.deviation(), one.unitsAWeek(), one.units(), one.days(), one.weeks());
        }
    }

    @POST
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "Units and days that an effect needs, and the least effect found after each week",
            description =
                    "By what the shop's people who allow analytics did in the last four weeks whose window is over.")
    public Response plan(@NotNull @Valid PlanRequest request) {
        return switch (planExperiment.plan(request.question())) {
            case Answer.Planned planned ->
                Response.ok(PlanView.of(planned.plan())).build();
            case Answer.UnknownMetric _ -> Problems.invalidField("metric", "expected an id that GET /v1/metrics lists");
            case Answer.TooLittle little -> Problems.unprocessable("no-history", "metric", little.why());
        };
    }
}
