package dev.aisle.campaign.delivery.messages.edge;

import dev.aisle.campaign.campaigns.contacts.MessageState;
import dev.aisle.campaign.delivery.messages.edge.MessageBodies.Counts;
import dev.aisle.campaign.delivery.messages.edge.MessageBodies.DecisionRequest;
import dev.aisle.campaign.delivery.messages.edge.MessageBodies.Page;
import dev.aisle.campaign.delivery.messages.edge.MessageBodies.ReplayRequest;
import dev.aisle.campaign.delivery.messages.edge.MessageBodies.Replayed;
import dev.aisle.campaign.delivery.messages.edge.MessageBodies.ReportRequest;
import dev.aisle.campaign.delivery.messages.store.OpenMessages.Open;
import dev.aisle.campaign.delivery.messages.usecase.SettleDoubts;
import dev.aisle.campaign.delivery.messages.usecase.SettleDoubts.Decision;
import dev.aisle.campaign.delivery.messages.usecase.SettleDoubts.Order;
import dev.aisle.campaign.delivery.messages.usecase.StopMessages;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What operators see and decide of messages: never whom one is for, never what it says. */
@Path("/v1/messages")
@Changes("message")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class MessageResource {
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._:-]{0,127}";
    private static final String EXPECTED_ID = "expected 1 to 128 of A-Z a-z 0-9 . _ : -";
    private static final int UUID_LENGTH = 36;

    private final SettleDoubts settleDoubts;
    private final StopMessages stopMessages;

    MessageResource(SettleDoubts settleDoubts, StopMessages stopMessages) {
        this.settleDoubts = settleDoubts;
        this.stopMessages = stopMessages;
    }

    @GET
    @RolesAllowed(Role.OPERATOR)
    public Response list(
            @QueryParam("state") @DefaultValue("in_doubt") String state,
            @QueryParam("after") @DefaultValue("") @Pattern(regexp = "|" + ID, message = EXPECTED_ID) String after,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(value = 1, message = "expected 1 to 1000")
                    @Max(value = 1000, message = "expected 1 to 1000")
                    int limit) {
        Optional<MessageState> wanted = MessageState.ofWireName(state);
        if (wanted.isEmpty()) {
            return Problems.invalidField(
                    "state",
                    "expected queued, handed_over, delivered, bounced, failed, in_doubt, suppressed or expired");
        }
        List<Open> page = settleDoubts.list(wanted.get(), after, limit);
        return Response.ok(new Page(
                        page, page.size() < limit ? null : page.getLast().id()))
                .build();
    }

    @GET
    @Path("/counts")
    @RolesAllowed(Role.OPERATOR)
    public Counts counts() {
        return new Counts(settleDoubts.counts());
    }

    @POST
    @Path("/{id}/decisions")
    @RolesAllowed(Role.OPERATOR)
    public Response decide(
            @PathParam("id") @Pattern(regexp = ID, message = EXPECTED_ID) String id,
            @Context SecurityContext caller,
            @NotNull(message = "is missing") @Valid DecisionRequest body) {
        Decision decision = "resend".equals(body.decision()) ? Decision.RESEND : Decision.MARK_SENT;
        return switch (settleDoubts.decide(
                id, new Order(decision, caller.getUserPrincipal().getName(), body.reason()))) {
            case DONE -> Response.noContent().build();
            case NO_SUCH_MESSAGE -> Problems.notFound("message");
            case NOTHING_TO_DECIDE ->
                Problems.conflict(
                        "nothing-to-decide",
                        "Only a message in doubt can be decided, and a failed one be sent again. Look at its state.");
        };
    }

    @POST
    @Path("/replays")
    @RolesAllowed(Role.OPERATOR)
    public Replayed replay(
            @Context SecurityContext caller, @NotNull(message = "is missing") @Valid ReplayRequest body) {
        return new Replayed(
                settleDoubts.replay(body.most(), caller.getUserPrincipal().getName(), body.reason()));
    }

    /** What a mail relay reports; about a message that is gone it answers the same. */
    @POST
    @Path("/reports")
    @RolesAllowed({Role.OPERATOR, Role.SERVICE})
    @ChangesNothing("a feed of the sender, which an operator can try")
    public Response report(@NotNull(message = "is missing") @Valid ReportRequest body) {
        String id = body.messageId().startsWith("<") ? body.messageId().substring(1) : body.messageId();
        UUID link = UUID.fromString(id.substring(0, UUID_LENGTH));
        boolean _ = "bounce".equals(body.kind()) ? stopMessages.bounced(link) : stopMessages.complained(link);
        return Response.noContent().build();
    }
}
