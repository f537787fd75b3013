package dev.aisle.ingest.settings.keys;

import dev.aisle.ingest.settings.keys.ChangeWriteKey.Target;
import dev.aisle.ingest.shared.identity.AuditTrail;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The keys with which a shop's clients write, for an operator. */
@Path("/v1/write-keys")
@Changes("key")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "write keys")
class WriteKeyResource {
    private final CreateWriteKey createKey;
    private final ChangeWriteKey changeKey;
    private final WriteKeys keys;
    private final KeyAnswers answers;
    private final AuditTrail audit;

    WriteKeyResource(
            CreateWriteKey createKey, ChangeWriteKey changeKey, WriteKeys keys, KeyAnswers answers, AuditTrail audit) {
        this.createKey = createKey;
        this.changeKey = changeKey;
        this.keys = keys;
        this.answers = answers;
        this.audit = audit;
    }

    @Schema(
            examples =
                    "{\"name\":\"web-shop\",\"allowedOrigins\":[\"https://shop.example\"],\"eventsPerSecond\":2000,\"burst\":5000}")
    record NewKey(
            @NotNull String name,

            @Schema(
                    description =
                            "`public` of pages and apps (the default), or `server`: held by servers only, and only its events link")
            @Nullable
            String kind,

            @Nullable List<String> allowedOrigins,
            @Nullable Long eventsPerSecond,
            @Nullable Long burst) {}

    @Schema(examples = "{\"eventsPerSecond\":500}")
    record Change(
            @Nullable List<String> allowedOrigins,
            @Nullable Long eventsPerSecond,
            @Nullable Long burst) {}

    @Schema(examples = "{\"overlap\":\"PT24H\"}")
    record Rotation(@Nullable String overlap) {}

    record KeyList(List<WriteKeyView> writeKeys) {}

    @POST
    @Operation(
            summary = "Make a write key",
            description =
                    "The secret stands in this answer and nowhere else. The kind is for good: a secret that a page has shown"
                            + " stays known. 409 when the name is or was in use: when an answer"
                            + " got lost, rotate the key to get a secret.")
    public Response create(@NotNull @Valid NewKey request) {
        Optional<KeyKind> kind =
                request.kind() == null ? Optional.of(KeyKind.PUBLIC) : KeyKind.ofWireName(request.kind());
        if (kind.isEmpty()) {
            return Problems.invalidField("kind", "expected public or server");
        }
        KeyOutcome outcome = createKey.create(
                request.name(),
                kind.get(),
                new KeySettings(request.allowedOrigins(), request.eventsPerSecond(), request.burst()));
        return noted("write key made", outcome, 201);
    }

    @GET
    @Operation(summary = "All write keys, without their secrets")
    public Response list() {
        if (!keys.known()) {
            return Problems.unavailable("The write keys are not known yet.", 5);
        }
        return Response.ok(new KeyList(keys.all().stream()
                        .map(key -> WriteKeyView.of(key, keys.lastUsed(key.name()), null))
                        .toList()))
                .build();
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "One write key, with its version as ETag")
    public Response get(@PathParam("name") String name) {
        if (!keys.known()) {
            return Problems.unavailable("The write keys are not known yet.", 5);
        }
        return keys.named(name).map(key -> answers.key(200, key, null)).orElseGet(() -> Problems.notFound("write-key"));
    }

    @PATCH
    @Path("/{name}")
    @Operation(
            summary = "Change origins or limit",
            description =
                    "What isn't named stays. If-Match with the ETag of a GET refuses to overwrite another operator's"
                            + " change (412).")
    public Response change(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Change request) {
        KeyOutcome outcome = changeKey.apply(
                target(name, ifMatch),
                new KeySettings(request.allowedOrigins(), request.eventsPerSecond(), request.burst()));
        return noted("write key changed", outcome, 200);
    }

    @POST
    @Path("/{name}/rotations")
    @Operation(
            summary = "Give the key a new secret",
            description =
                    "Older secrets work until the end of the overlap (PT24H unless said; PT0S to P30D). Each call makes one"
                            + " more; with If-Match a repeated call is a 412 instead.")
    public Response rotate(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Rotation request) {
        String overlap = request.overlap() == null ? "PT24H" : request.overlap();
        try {
            return noted("write key rotated", changeKey.rotate(target(name, ifMatch), Duration.parse(overlap)), 201);
        } catch (DateTimeParseException e) {
            return Problems.invalidField("overlap", "expected a duration from PT0S to P30D, such as PT24H");
        }
    }

    @DELETE
    @Path("/{name}")
    @Operation(
            summary = "Revoke the key at once",
            description = "It stays in the list as revoked, and its name is not free again.")
    public Response revoke(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return noted("write key revoked", changeKey.revoke(target(name, ifMatch)), 200);
    }

    private Response noted(String action, KeyOutcome outcome, int status) {
        switch (outcome) {
            case KeyOutcome.SecretMade made -> audit.note(action, made.key().name());
            case KeyOutcome.Changed changed -> audit.note(action, changed.key().name());
            default -> {}
        }
        return answers.of(outcome, status);
    }

    private static Target target(String name, @Nullable String ifMatch) {
        return new Target(name, ifMatch == null || ifMatch.equals("*") ? null : ifMatch.replace("\"", ""));
    }
}
