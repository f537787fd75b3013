package dev.aisle.profile.segments.edge;

import dev.aisle.platform.console.Console;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.models.ListModels;
import dev.aisle.profile.models.ModelKind;
import dev.aisle.profile.models.StoredModel;
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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of what could be done next: for whom, why, and on which model that rests. The rules are the same for every shop. Each begins a segment, which a
 * campaign can ask for.
 */
@Path("/console/people/actions")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class ActionsConsole {
    /** What can be done in any shop, what costs least first. */
    private static final List<Action> ACTIONS = List.of(
            new Action("cart", null, "did(cart_add in last 3 days)\nand not did(purchase in last 3 days)"),
            new Action("due", ModelKind.REPLENISHMENT, "value(days_until_replenishment) <= 3"),
            new Action("first", null, "count(product_view in last 14 days) >= 5\nand not did(purchase)"),
            new Action(
                    "leaving",
                    ModelKind.LIFETIME,
                    "value(churn) >= 0.5\nand count(purchase) >= 2\nand since_last(purchase) >= 60 days"),
            new Action(
                    "coupon", ModelKind.COUPON, "value(coupon_sensitivity) >= 0.5\nand did(purchase in last 180 days)"),
            new Action("full_price", ModelKind.COUPON, "value(coupon_sensitivity) < 0.2\nand count(purchase) >= 3"),
            new Action(
                    "best",
                    ModelKind.RFM,
                    "value(rfm_frequency) >= 4\nand value(rfm_money) >= 4\nand did(purchase in last 60 days)"));

    private final Console console;
    private final ListModels listModels;

    ActionsConsole(Console console, ListModels listModels) {
        this.console = console;
        this.listModels = listModels;
    }

    /**
     * Something to do.
     *
     * @param id stands in the keys of its words
     * @param model whose figures the rule asks for; null when it asks for what people did only
     * @param text the rule of those for whom it is
     */
    record Action(String id, @Nullable ModelKind model, String text) {
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

    /**
     * An action with what its rule rests on.
     *
     * @param fitted the model; null when there is none, or none is asked for
     */
    record Card(Action action, @Nullable StoredModel fitted) {
        public String model() {
            return action.model() == null
                    ? ""
                    : "people_model_" + action.model().label();
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance actions(List<Card> cards, boolean mayMake);
    }

    @GET
    public Response actions() {
        Map<ModelKind, StoredModel> models =
                listModels.newest().stream().collect(Collectors.toMap(StoredModel::kind, Function.identity()));
        List<Card> cards = ACTIONS.stream()
                .map(action -> new Card(action, action.model() == null ? null : models.get(action.model())))
                .toList();
        return console.page("people_actions", Templates.actions(cards, console.may(Role.MARKETER)));
    }
}
