package dev.aisle.shop;

import static dev.aisle.shop.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;

/** What campaign-service decided for a placement, with its reason. */
final class Offers {
    private Offers() {}

    /** The campaign's words, its coupon and its reason; without a campaign the reason alone. */
    static Html banner(Visit visit, JsonNode decision) {
        Words words = visit.words();
        String because = decision.path("reason").path("text").asText("");
        if (!decision.path("campaign").isObject()) {
            return tag("p", "why campaign-none")
                    .text(because.isEmpty() ? words.of("campaign.unreachable") : words.of("campaign.none", because));
        }
        JsonNode content = decision.path("content");
        Html text = tag("div")
                .add(
                        tag("h2").text(content.path("title").asText()),
                        tag("p").text(content.path("body").asText()),
                        tag("p", "why")
                                .add(tag("span", "badge")
                                        .text(words.of(
                                                "campaign.badge",
                                                decision.path("campaign")
                                                        .path("id")
                                                        .asText(),
                                                decision.path("variation").asText())))
                                .text(" " + because));
        Html banner = tag("section", "offer")
                .with("aria-label", words.of("campaign.label"))
                .add(text);
        String code = content.path("coupon").asText("");
        return code.isEmpty() ? banner : banner.add(coupon(visit, code));
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
