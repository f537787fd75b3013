package dev.aisle.profile.segments.edge;

import dev.aisle.platform.console.Console;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page of what could be done next: for whom, and why. Each begins a segment, which a campaign can ask for. */
@Path("/console/people/actions")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class ActionsConsole {
    /** What can be done in any shop, what costs least first. */
    private static final List<Action> ACTIONS = List.of(
            new Action("cart", "did(cart_add in last 3 days)\nand not did(purchase in last 3 days)"),
            new Action("due", "value(days_until_replenishment) <= 3"),
            new Action("first", "count(product_view in last 14 days) >= 5\nand not did(purchase)"),
            new Action("leaving", "value(churn) >= 0.5\nand count(purchase) >= 2\nand since_last(purchase) >= 60 days"),
            new Action("coupon", "value(coupon_sensitivity) >= 0.5\nand did(purchase in last 180 days)"),
            new Action("full_price", "value(coupon_sensitivity) < 0.2\nand count(purchase) >= 3"),
            new Action(
                    "best", "value(rfm_frequency) >= 4\nand value(rfm_money) >= 4\nand did(purchase in last 60 days)"));

    private final Console console;

    ActionsConsole(Console console) {
        this.console = console;
    }

    /**
     * Something to do.
     *
     * @param id stands in the keys of its words
     * @param text the rule of those for whom it is
     */
    record Action(String id, String text) {
        public String title() {
            return "people_action_" + id;
        }

        public String why() {
            return "people_action_" + id + "_why";
        }

        public String query() {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance actions(List<Action> actions, boolean mayMake);
    }

    @GET
    public Response actions() {
        return console.page("people_actions", Templates.actions(ACTIONS, console.may(Role.MARKETER)));
    }
}
