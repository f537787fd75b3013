package dev.aisle.privacy.vault.edge;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.shared.domain.SubjectReference;
import dev.aisle.privacy.vault.domain.Channel;
import dev.aisle.privacy.vault.edge.VaultViews.AnswerView;
import dev.aisle.privacy.vault.edge.VaultViews.ResolveRequest;
import dev.aisle.privacy.vault.edge.VaultViews.ResolvedView;
import dev.aisle.privacy.vault.usecase.ResolveAddresses;
import dev.aisle.privacy.vault.usecase.ResolveAddresses.Message;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.Optional;

/** Gives a service that must send a message the addresses. A denial is an answer, not an error. */
@Path("/v1/vault/resolve")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ResolveResource {
    private final ResolveAddresses resolveAddresses;

    ResolveResource(ResolveAddresses resolveAddresses) {
        this.resolveAddresses = resolveAddresses;
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
