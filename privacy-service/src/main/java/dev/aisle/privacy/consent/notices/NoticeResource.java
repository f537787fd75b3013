package dev.aisle.privacy.consent.notices;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.consent.notices.Notices.NoticeRequest;
import dev.aisle.privacy.consent.notices.Notices.NoticeView;
import dev.aisle.privacy.consent.notices.Notices.NoticesView;
import dev.aisle.privacy.consent.notices.PublishNotice.Outcome;
import dev.aisle.privacy.consent.statements.ConsentReading;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Shows and publishes what people are told. */
@Path("/v1/notices")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Changes("notice")
class NoticeResource {
    private final PublishNotice publishNotice;

    NoticeResource(PublishNotice publishNotice) {
        this.publishNotice = publishNotice;
    }

    @GET
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER, Role.AUDITOR})
    public NoticesView list() {
        return new NoticesView(publishNotice.all().stream().map(NoticeView::of).toList());
    }

    @PUT
    @Path("/{version}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PRIVACY_OFFICER)
    public Response publish(
            @PathParam("version") @Pattern(regexp = Notices.VERSION, message = "expected 1 to 64 of A-Z a-z 0-9 . _ -")
                    String version,
            @Context SecurityContext caller,
            @NotNull(message = "is missing") @Valid NoticeRequest body) {
        List<String> names = Objects.requireNonNullElseGet(body.invalidatesFor(), NoticeResource::everyPurpose);
        Map<Purpose, Set<String>> invalidates = new EnumMap<>(Purpose.class);
        Set<String> older = Set.copyOf(Objects.requireNonNullElseGet(body.invalidates(), List::<String>of));
        for (String name : names) {
            Optional<Purpose> purpose = Purpose.ofWireName(name);
            if (purpose.isEmpty()) {
                return ConsentReading.Words.unknownPurpose("invalidatesFor");
            }
            if (!older.isEmpty()) {
                invalidates.put(purpose.get(), older);
            }
        }
        Notice notice = notice(version, body);
        return answer(
                notice,
                publishNotice.publish(
                        notice, invalidates, caller.getUserPrincipal().getName()));
    }

    private static Response answer(Notice notice, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Published published ->
                Response.status(Response.Status.CREATED)
                        .entity(NoticeView.of(notice))
                        .build();
            case Outcome.PublishedBefore before ->
                Response.ok(NoticeView.of(notice)).build();
            case Outcome.AnotherText another ->
                Problems.conflict(
                        "notice-published", "That version was published and never changes. Take another one.");
            case Outcome.NoSuchNotice missing ->
                Problems.unprocessable("unknown-notice", "invalidates", missing.version() + " is no earlier notice");
        };
    }

    private static Notice notice(String version, NoticeRequest body) {
        return new Notice(
                version,
                body.language(),
                Objects.requireNonNullElse(body.url(), ""),
                body.validFor() == null ? null : Period.parse(body.validFor()),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private static List<String> everyPurpose() {
        return Arrays.stream(Purpose.values()).map(Purpose::wireName).toList();
    }
}
