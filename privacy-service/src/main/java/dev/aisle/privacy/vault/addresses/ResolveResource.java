package dev.aisle.privacy.vault.addresses;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.shared.people.SubjectReference;
import dev.aisle.privacy.vault.addresses.ResolveAddresses.Message;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a service that must send a message the addresses. A denial is an answer, not an error. */
@Path("/v1/vault/resolve")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ResolveResource {
    private final ResolveAddresses resolveAddresses;

    ResolveResource(ResolveAddresses resolveAddresses) {
        this.resolveAddresses = resolveAddresses;
    }

    /** Up to 500 people who are to get one message. Without a channel: the one that the purpose names. */
    record ResolveRequest(
            @NotNull(message = "is missing") @Size(min = 1, max = 500, message = "expected 1 to 500 subjects") @Valid
            List<@NotNull(message = "is null") String> subjects,

            @NotNull(message = "is missing") String purpose,

            @Nullable String channel) {}

    /** The answers, in the order of the subjects. */
    record ResolvedView(List<AnswerView> answers) {}

    /** {@code deliver} with the addresses, or {@code deny} with the reason. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerView(
            String subject,
            String outcome,
            @Nullable String reason,
            @Nullable List<String> to,
            @Nullable String name,
            @Nullable String locale) {
        static AnswerView of(Resolution resolution) {
            String subject = resolution.subject().value();
            return switch (resolution) {
                case Resolution.Deliver deliver ->
                    new AnswerView(subject, "deliver", null, deliver.to(), deliver.name(), deliver.locale());
                case Resolution.Deny denial -> new AnswerView(subject, "deny", denial.reason(), null, null, null);
            };
        }
    }

    @POST
    @RolesAllowed(Role.SERVICE)
    public Response resolve(
            @Context SecurityContext caller, @NotNull(message = "is missing") @Valid ResolveRequest body) {
        for (int i = 0; i < body.subjects().size(); i++) {
            String problem = SubjectReference.problemOf(body.subjects().get(i));
            if (problem != null) {
                return Problems.invalidField("subjects[" + i + "]", problem);
            }
        }
        Optional<Purpose> purpose = Purpose.ofWireName(body.purpose());
        if (purpose.isEmpty()) {
            return Problems.unprocessable("unknown-purpose", "purpose", "there is no such purpose");
        }
        if (body.channel() != null && Channel.ofWireName(body.channel()).isEmpty()) {
            return Problems.unprocessable("unknown-channel", "channel", "known are " + Channel.NAMES);
        }
        return channel(purpose.get(), body)
                .map(channel -> answer(purpose.get(), channel, body, caller))
                .orElseGet(() -> Problems.unprocessable(
                        "channel-without-purpose", "channel", "no message for this purpose goes this way"));
    }

    private Response answer(Purpose purpose, Channel channel, ResolveRequest body, SecurityContext caller) {
        var message =
                new Message(body.subjects().stream().map(SubjectReference::of).toList(), purpose, channel);
        return Response.ok(
                        new ResolvedView(resolveAddresses
                                .resolve(message, caller.getUserPrincipal().getName())
                                .stream()
                                .map(AnswerView::of)
                                .toList()))
                .build();
    }

    /** The channel that is asked for, or else the first that serves the purpose. */
    private static Optional<Channel> channel(Purpose purpose, ResolveRequest body) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.serves(purpose))
                .filter(channel -> body.channel() == null || channel.wireName().equals(body.channel()))
                .findFirst();
    }
}
