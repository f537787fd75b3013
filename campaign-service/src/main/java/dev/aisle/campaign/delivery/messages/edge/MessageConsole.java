package dev.aisle.campaign.delivery.messages.edge;

import dev.aisle.campaign.campaigns.contacts.MessageState;
import dev.aisle.campaign.delivery.messages.store.OpenMessages.Open;
import dev.aisle.campaign.delivery.messages.usecase.SettleDoubts;
import dev.aisle.campaign.delivery.messages.usecase.SettleDoubts.Decision;
import dev.aisle.campaign.delivery.messages.usecase.SettleDoubts.Order;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where messages stand; those in doubt and the dead letters one by one for operators, who decide. Never whom one is for or what it says. */
@Path("/console/campaigns/messages")
@Changes("message")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST, Role.OPERATOR})
public class MessageConsole {
    private static final String MESSAGES = "/console/campaigns/messages";
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._:-]{0,127}";
    private static final String REASON = "[^\\p{Cntrl}]{3,200}";
    private static final int PAGE = 50;
    private static final int MOST_AT_ONCE = 1_000;

    private final Console console;
    private final SettleDoubts settleDoubts;

    MessageConsole(Console console, SettleDoubts settleDoubts) {
        this.console = console;
        this.settleDoubts = settleDoubts;
    }

    /** How many messages stand somewhere. */
    record Count(String key, long number) {}

    /** A message that waits for a decision. */
    record Row(Open message, boolean inDoubt) {
        public String resendDialog() {
            return "resend-" + message.id();
        }

        public String sentDialog() {
            return "sent-" + message.id();
        }

        public String at() {
            return MESSAGES + "/" + message.id() + "/decisions";
        }

        public String channelKey() {
            return "campaigns_channel_" + message.channel();
        }
    }

    /** The page; only operators see rows and the exact counts: one message more is one person's. */
    record Whole(
            List<Count> counts,
            boolean decides,
            MessageState state,
            List<Row> rows,
            @Nullable String next) {
        public boolean inDoubt() {
            return state == MessageState.IN_DOUBT;
        }

        /** Whether dead letters can be sent again together. */
        public boolean replayable() {
            return !inDoubt() && !rows.isEmpty();
        }

        public int mostAtOnce() {
            return MOST_AT_ONCE;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance messages(Whole whole);
    }

    @GET
    public Response messages(@RestQuery @Nullable String state, @RestQuery @Nullable String after) {
        MessageState wanted = "failed".equals(state) ? MessageState.FAILED : MessageState.IN_DOUBT;
        boolean decides = console.may(Role.OPERATOR);
        String from = after != null && after.matches(ID) ? after : "";
        List<Row> rows = decides
                ? settleDoubts.list(wanted, from, PAGE).stream()
                        .map(open -> new Row(open, wanted == MessageState.IN_DOUBT))
                        .toList()
                : List.of();
        Map<String, Long> counts = decides ? settleDoubts.counts() : Map.of();
        String next = rows.size() < PAGE
                ? null
                : "?state=" + wanted.wireName() + "&after="
                        + rows.getLast().message().id();
        return console.page(
                "campaigns_messages",
                Templates.messages(new Whole(
                        Arrays.stream(MessageState.values())
                                .map(one -> new Count(
                                        "campaigns_message_" + one.wireName(), counts.getOrDefault(one.wireName(), 0L)))
                                .toList(),
                        decides,
                        wanted,
                        rows,
                        next)));
    }

    @POST
    @Path("/{id}/decisions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.OPERATOR)
    public Response decide(@RestPath String id, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String reason = form.value("reason").strip();
        if (!id.matches(ID)) {
            return Problems.notFound("message");
        }
        if (!reason.matches(REASON)) {
            return Problems.invalidField("reason", console.words().say("campaigns_reason_wrong"));
        }
        boolean resend = form.value("decision").equals("resend");
        Order order = new Order(resend ? Decision.RESEND : Decision.MARK_SENT, console.person(), reason);
        return switch (settleDoubts.decide(id, order)) {
            case DONE -> console.goTo(MESSAGES, resend ? "campaigns_message_again" : "campaigns_message_settled");
            case NO_SUCH_MESSAGE -> Problems.notFound("message");
            case NOTHING_TO_DECIDE ->
                Problems.conflict("nothing-to-decide", console.words().say("campaigns_nothing_to_decide"));
        };
    }

    /** Dead letters again, the first so many; what waits too long already or has no consent any more doesn't go. */
    @POST
    @Path("/replays")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.OPERATOR)
    public Response replay(MultivaluedMap<String, String> sent) {
        String reason = Form.of(sent).value("reason").strip();
        if (!reason.matches(REASON)) {
            return Problems.invalidField("reason", console.words().say("campaigns_reason_wrong"));
        }
        int again = settleDoubts.replay(MOST_AT_ONCE, console.person(), reason);
        return console.goTo(MESSAGES, again == 0 ? "campaigns_messages_none_again" : "campaigns_messages_again");
    }
}
