package dev.aisle.shop.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;

/** campaign-service: what a placement shows somebody, and sponsored products. */
public final class Campaigns {
    private final Calls calls;

    Campaigns(Calls calls) {
        this.calls = calls;
    }

    /** Which campaign a placement shows, in which variation, and why; {@code cart} says what lies in it. */
    public JsonNode decided(String placement, String pseudonym, String locale, Collection<String> cart) {
        ObjectNode body =
                Reply.JSON.createObjectNode().put("subject", pseudonym).put("locale", locale);
        cart.forEach(body.putArray("cart")::add);
        return calls.post(Kind.DECISION, "/v1/placements/" + placement + "/decisions", body)
                .json();
    }

    /**
     * The page that asks for ads.
     *
     * @param words     that somebody searched for
     * @param category  that it shows
     */
    public record AdPage(String placement, Collection<String> words, Optional<String> category) {}

    /** Sponsored products that fit the page, each with its label. The person isn't named: the page is enough. */
    public JsonNode sponsored(AdPage page, String currency) {
        ObjectNode body =
                Reply.JSON.createObjectNode().put("currency", currency).put("slots", 1);
        page.words().forEach(body.putArray("keywords")::add);
        page.category().ifPresent(body.putArray("categories")::add);
        return calls.post(Kind.DECISION, "/v1/placements/" + page.placement() + "/ads", body)
                .json();
    }

    /** Somebody followed an ad. */
    public void clicked(String clickToken) {
        calls.post(Kind.DECISION, "/v1/ad-clicks", Reply.JSON.createObjectNode().put("token", clickToken));
    }
}
