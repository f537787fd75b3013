package dev.aisle.shop;

import static dev.aisle.shop.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;

/** What campaign-service decided for a placement, with its reason. */
final class Offers {
    private Offers() {}

    /** The campaign's words with its coupon or its products, and its reason; without a campaign the reason alone. */
    static Html shown(Visit visit, JsonNode decision, Lists lists) {
        Words words = visit.words();
        if (!decision.path("campaign").isObject()) {
            String because = because(decision);
            return tag("p", "why")
                    .text(because.isEmpty() ? words.of("campaign.unreachable") : words.of("campaign.none", because));
        }
        JsonNode content = decision.path("content");
        String code = content.path("coupon").asText("");
        if (code.isEmpty()) {
            return lists.offered(visit, content.path("title").asText(), reason(visit, decision), decision)
                    .orElseGet(() -> reason(visit, decision));
        }
        Html text = tag("div")
                .add(
                        tag("h2").text(content.path("title").asText()),
                        tag("p").text(content.path("body").asText()),
                        reason(visit, decision));
        return tag("section", "offer")
                .with("aria-label", words.of("campaign.label"))
                .add(text, coupon(visit, code));
    }

    private static String because(JsonNode decision) {
        return decision.path("reason").path("text").asText("");
    }

    /** Which campaign it is, in which variation, and why this person sees it. */
    private static Html reason(Visit visit, JsonNode decision) {
        return tag("p", "why")
                .add(tag("span", "badge")
                        .text(visit.words()
                                .of(
                                        "campaign.badge",
                                        decision.path("campaign").path("id").asText(),
                                        decision.path("variation").asText())))
                .text(" " + because(decision));
    }

    private static Html coupon(Visit visit, String code) {
        Words words = visit.words();
        return tag("form", "coupon")
                .with("method", "post")
                .with("action", visit.at("/coupon"))
                .add(
                        tag("input").with("type", "hidden").with("name", "code").with("value", code),
                        tag("code").text(code),
                        tag("button").text(words.of("coupon.use")));
    }
}
