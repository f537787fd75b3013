package dev.aisle.assistant.understanding;

import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.entities.Entity;
import dev.aisle.assistant.understanding.intents.CurrentModels;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the assistant understands, and how well. */
@Path("/v1/assistant/understanding")
@ChangesNothing("tries a sentence")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "understanding")
class UnderstandingResource {
    private static final int LONGEST = 50_000;

    private final CurrentModels models;
    private final UnderstandText understandText;

    UnderstandingResource(CurrentModels models, UnderstandText understandText) {
        this.models = models;
        this.understandText = understandText;
    }

    record Models(List<UnderstandingView> models) {}

    record TextBody(@Nullable String text) {}

    record EntityView(String kind, String text, String value, int start, int end) {}

    record UnderstoodView(
            String locale, String intent, double confidence, boolean sure, List<EntityView> entities, double tone) {
        static UnderstoodView of(Understood understood) {
            return new UnderstoodView(
                    understood.language().tag(),
                    understood.intent().wireName(),
                    understood.confidence(),
                    understood.sure(),
                    understood.entities().stream().map(UnderstoodView::view).toList(),
                    understood.tone());
        }

        private static EntityView view(Entity entity) {
            return new EntityView(
                    entity.kind().name().toLowerCase(Locale.ROOT),
                    entity.text(),
                    entity.value(),
                    entity.start(),
                    entity.end());
        }
    }

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST, Role.OPERATOR})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "image/svg+xml"})
    @Operation(
            summary = "The models in use: version, bar, examples, and which intents they confuse",
            description =
                    "format: json, csv, or svg: a picture of one language, en or zh. The confusion is that of five folds, each read by a model"
                            + " without it.")
    public Response get(
            @QueryParam("format") @DefaultValue("json") String format,
            @QueryParam("locale") @DefaultValue("en") String locale) {
        return switch (format) {
            case "json" ->
                Response.ok(
                                new Models(Stream.of(Language.values())
                                        .map(models::of)
                                        .map(UnderstandingView::of)
                                        .toList()),
                                MediaType.APPLICATION_JSON_TYPE)
                        .build();
            case "csv" ->
                Response.ok(
                                String.join(
                                        "\n",
                                        Stream.of(Language.values())
                                                .map(models::of)
                                                .map(UnderstandingView::csv)
                                                .toList()),
                                "text/csv;charset=UTF-8")
                        .build();
            case "svg" ->
                Stream.of(Language.values())
                        .filter(language -> language.tag().equals(locale))
                        .map(language -> Response.ok(UnderstandingView.svg(models.of(language)), "image/svg+xml")
                                .build())
                        .findFirst()
                        .orElseGet(() -> Problems.invalidField("locale", "must be en or zh"));
            default -> Problems.invalidField("format", "must be json, csv or svg");
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MARKETER, Role.ANALYST, Role.OPERATOR})
    @Operation(summary = "What a text is understood as; nothing of it is kept")
    public Response read(@Nullable TextBody body) {
        if (body == null || body.text() == null) {
            return Problems.malformed("Send a JSON object with text.");
        }
        if (body.text().length() > LONGEST) {
            return Problems.invalidField("text", "must be at most " + LONGEST + " characters");
        }
        return Response.ok(UnderstoodView.of(understandText.understand(body.text())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
