package dev.aisle.profile.segments.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.guard.GuardedFigures;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.segments.domain.language.RuleCost;
import dev.aisle.profile.segments.domain.language.RuleText;
import dev.aisle.profile.segments.domain.language.RuleWords;
import dev.aisle.profile.segments.domain.language.RuleWriter;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import dev.aisle.profile.segments.preview.Preview;
import dev.aisle.profile.segments.preview.PreviewSegment;
import dev.aisle.profile.segments.usecase.CheckRule;
import dev.aisle.profile.segments.usecase.CheckRule.Written;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The language of rules: its schema and words, and rules that are tried out before they are saved. */
@Path("/v1/segment-rules")
@ChangesNothing("answers a question; what the guard counts is no change")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.MARKETER, Role.ANALYST})
@Tag(name = "segment rules")
class RuleResource {
    private final CheckRule checkRule;
    private final PreviewSegment previewSegment;
    private final ValueCatalog values;
    private final GuardedFigures guarded;

    RuleResource(CheckRule checkRule, PreviewSegment previewSegment, ValueCatalog values, GuardedFigures guarded) {
        this.checkRule = checkRule;
        this.previewSegment = previewSegment;
        this.values = values;
        this.guarded = guarded;
    }

    /**
     * A rule in one of its forms.
     *
     * @param segment whose rule it is to be, to find circles; left out: of a new one
     */
    @Schema(examples = "{\"text\":\"value(days_since_purchase) >= 90 and in segment \\\"buyer\\\"\"}")
    record RuleBody(
            @Schema(type = SchemaType.OBJECT) @Nullable JsonNode rule,
            @Nullable String text,
            @Nullable String segment) {
        boolean hasOneForm() {
            return (rule == null || rule.isNull()) != (text == null);
        }
    }

    record ValidRule(JsonNode rule, String text, RuleCost cost) {}

    /**
     * How many a rule would have in it.
     *
     * @param kind {@code counted}, {@code estimated} or {@code withheld}
     * @param people the number with noise, rounded to 5; only when counted
     * @param low of the 95 % interval; only when estimated
     * @param lookedAt how many people were looked at; when counted, with noise and rounded
     * @param reason why it is withheld
     * @param answersLeft how many new numbers the caller can still have today (UTC)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreviewAnswer(
            String kind,
            @Nullable Long people,
            @Nullable Long low,
            @Nullable Long high,
            @Nullable Long lookedAt,
            int threshold,
            @Nullable String reason,
            int answersLeft) {
        static PreviewAnswer of(Preview preview, int threshold) {
            int left = preview.left();
            return switch (preview) {
                case Preview.Counted all ->
                    new PreviewAnswer("counted", all.people(), null, null, all.of(), threshold, null, left);
                case Preview.Estimated some ->
                    new PreviewAnswer("estimated", null, some.low(), some.high(), some.sample(), threshold, null, left);
                case Preview.TooFew _ -> withheld(threshold, "Fewer than " + threshold + " people.", left);
                case Preview.NoneLeft _ ->
                    withheld(threshold, "No new numbers are left today (UTC); those you have seen stay.", left);
            };
        }

        private static PreviewAnswer withheld(int threshold, String reason, int left) {
            return new PreviewAnswer("withheld", null, null, null, null, threshold, reason, left);
        }
    }

    @GET
    @Path("/schema")
    @Produces("application/schema+json")
    @Operation(summary = "The JSON Schema of a rule")
    public Response schema() throws IOException {
        try (InputStream schema = Objects.requireNonNull(
                RuleResource.class.getResourceAsStream("/segments/rule.schema.json"), "rule.schema.json")) {
            return Response.ok(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .build();
        }
    }

    @GET
    @Path("/words")
    @Operation(
            summary = "What rules can speak of",
            description = "Values, events and their properties, with types and options.")
    public RuleWords words() {
        return RuleWords.of(values);
    }

    @POST
    @Path("/validations")
    @Operation(
            summary = "Check a rule",
            description =
                    "The rule in both forms and what it costs; 400 with each place and a suggestion when it can't be used.")
    public Response validate(@NotNull @Valid RuleBody body) {
        return body.hasOneForm() ? valid(checked(body)) : oneForm();
    }

    @POST
    @Path("/previews")
    @Operation(
            summary = "How many people a rule would have in it",
            description =
                    "Of everybody up to a number of people, else the interval of a sample. With noise that stays with the rule,"
                            + " rounded to 5; withheld below the threshold and when the caller had today's new numbers.")
    public Response preview(@NotNull @Valid RuleBody body) {
        return body.hasOneForm()
                ? Response.ok(PreviewAnswer.of(
                                previewSegment.preview(checked(body)),
                                guarded.level().k()))
                        .build()
                : oneForm();
    }

    private Rule checked(RuleBody body) {
        return checkRule.check(new Written(body.rule(), body.text()), body.segment() == null ? "" : body.segment());
    }

    private static Response valid(Rule rule) {
        return Response.ok(new ValidRule(RuleWriter.write(rule), RuleText.write(rule), RuleCost.of(rule)))
                .build();
    }

    private static Response oneForm() {
        return Problems.invalidField("rule", "expected the rule in one form: rule (JSON) or text");
    }
}
