package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.content.ContentValues;
import dev.aisle.campaign.campaigns.usecase.PreviewCampaign;
import dev.aisle.campaign.campaigns.usecase.PreviewCampaign.Outcome;
import dev.aisle.campaign.campaigns.usecase.PreviewCampaign.Wanted;
import dev.aisle.campaign.shared.Language;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people would read. */
@Path("/v1/campaigns/{id}/preview")
@ChangesNothing("answers a question; what the guard counts is no change")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns")
class PreviewResource {
    private final PreviewCampaign previewCampaign;

    PreviewResource(PreviewCampaign previewCampaign) {
        this.previewCampaign = previewCampaign;
    }

    /**
     * What is to be shown; the newest version's first variation in English where nothing is said.
     *
     * @param definition one that isn't saved
     * @param values by full name, such as {@code coupon.value}
     */
    @Schema(examples = "{\"variation\":\"discount\",\"locale\":\"zh\",\"values\":{\"coupon.value\":\"10 %\"}}")
    record PreviewBody(
            @Nullable Integer version,
            @Schema(type = SchemaType.OBJECT) @Nullable JsonNode definition,
            @Nullable String variation,
            @Nullable String locale,
            @Nullable @Size(max = 20) Map<String, @NotNull @Size(max = 200) String> values) {}

    /**
     * The texts.
     *
     * @param missing values that are written as they are, aren't there and have no fall-back
     */
    record PreviewAnswer(
            String variation,
            String locale,
            Map<String, String> texts,
            Set<String> missing,
            List<Map<String, String>> items) {}

    @POST
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "A campaign's texts as people would read them",
            description =
                    "With what is popular in the shop as recommended products. Values that aren't there are listed.")
    public Response preview(
            @PathParam("id") @Pattern(regexp = CampaignResource.ID, message = CampaignResource.NO_ID) String id,
            @NotNull(message = "send a JSON object, {} for the newest version") @Valid PreviewBody body) {
        Map<String, String> values = body.values() == null ? Map.of() : body.values();
        for (String name : values.keySet()) {
            if (!ContentValues.isKnown(name)) {
                return Problems.invalidField("values", "knows " + ContentValues.known() + " as in coupon.code");
            }
        }
        Wanted wanted =
                new Wanted(body.version(), body.definition(), body.variation(), Language.of(body.locale()), values);
        return switch (previewCampaign.preview(id, wanted)) {
            case Outcome.Shown shown ->
                Response.ok(new PreviewAnswer(
                                shown.variation(),
                                shown.language().tag(),
                                shown.written().texts(),
                                shown.written().missing(),
                                shown.items()))
                        .build();
            case Outcome.Missing _ -> Problems.notFound("campaign");
            case Outcome.NoSuchVariation none ->
                Problems.invalidField("variation", "expected one of " + String.join(", ", none.known()));
            case Outcome.Wrong wrong -> CampaignAnswers.wrong(wrong.findings(), 400);
        };
    }
}
