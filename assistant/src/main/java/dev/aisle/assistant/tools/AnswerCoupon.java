package dev.aisle.assistant.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.assistant.conversations.domain.Answer;
import dev.aisle.assistant.conversations.domain.AnswerKind;
import dev.aisle.assistant.conversations.domain.Memory.Awaited;
import dev.aisle.assistant.conversations.domain.Words;
import dev.aisle.assistant.conversations.usecase.AssistantSettings;
import dev.aisle.assistant.conversations.usecase.Reply;
import dev.aisle.assistant.conversations.usecase.Turn;
import dev.aisle.assistant.shop.Product;
import dev.aisle.assistant.shop.Product.Price;
import dev.aisle.assistant.shop.Shop;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says whether a coupon's code would be taken, by asking campaign-service; nothing is held or spent. Baskets aren't known here, so what a basket decides is said as such. */
@Singleton
public class AnswerCoupon {
    /** A drawn code, with its groups; or a word of capitals, with or without digits; or what follows "code". */
    private static final Pattern CODE = Pattern.compile(
            "(?<![A-Za-z0-9])(?:(?<drawn>[A-Za-z0-9]{4}(?:[ -][A-Za-z0-9]{4}){3})|(?<capitals>(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{3,19}))(?![A-Za-z0-9])");

    private static final Pattern AFTER = Pattern.compile(
            "(?:code|voucher|coupon|码|券)\\s*[:：是]?\\s*[\"“]?(?<named>[A-Za-z0-9-]{3,24})(?![A-Za-z0-9])");
    private static final Pattern ALONE = Pattern.compile("\\s*(?<named>[A-Za-z0-9][A-Za-z0-9 -]{2,30})[.!]?\\s*");
    /** What only a basket decides. */
    private static final Set<String> OF_BASKET =
            Set.of("nothing-off", "below-minimum", "no-such-product", "other-currency", "other-coupon");

    private static final String USUAL_CURRENCY = "EUR";

    private final ServiceCalls calls;
    private final ObjectMapper json;
    private final Shop shop;
    private final Optional<URI> campaigns;

    AnswerCoupon(ServiceCalls calls, ObjectMapper json, Shop shop, AssistantSettings settings) {
        this.calls = calls;
        this.json = json;
        this.shop = shop;
        this.campaigns = settings.services().campaigns();
    }

    /** Whether coupons can be checked. */
    public boolean ready() {
        return campaigns.isPresent();
    }

    /** What the text's code is worth; empty when there is no code in it or none can be checked. */
    public Optional<Reply> answer(Turn turn) {
        Optional<String> code = code(turn);
        if (campaigns.isEmpty() || code.isEmpty()) {
            return Optional.empty();
        }
        Words words = turn.words();
        Optional<JsonNode> checked = calls.post(campaigns.get(), "/v1/coupon-checks", basket(turn, code.get()), "");
        String text = checked.map(answer -> told(answer, words)).orElseGet(() -> words.say("coupon.unavailable"));
        return Optional.of(Reply.of(turn, Answer.of(AnswerKind.COUPON, text)));
    }

    /** Asks for the code. */
    public Reply askCode(Turn turn) {
        return Reply.of(turn, Answer.of(AnswerKind.COUPON, turn.words().say("coupon.which")))
                .remembering(memory -> memory.awaiting(Awaited.COUPON_CODE));
    }

    private static Optional<String> code(Turn turn) {
        Matcher matcher = CODE.matcher(turn.text());
        if (matcher.find()) {
            return Optional.of(matcher.group());
        }
        Matcher after = AFTER.matcher(turn.text());
        while (after.find()) {
            if (after.group("named").chars().anyMatch(at -> at >= '0' && at <= '9')) {
                return Optional.of(after.group("named"));
            }
        }
        Matcher alone = ALONE.matcher(turn.text());
        boolean awaited = turn.memory().awaited() == Awaited.COUPON_CODE;
        return awaited && alone.matches() ? Optional.of(alone.group("named").strip()) : Optional.empty();
    }

    /** The product that was spoken of is what is in the basket. */
    private ObjectNode basket(Turn turn, String code) {
        ObjectNode body = json.createObjectNode()
                .put("code", code)
                .put("locale", turn.language().tag());
        if (!turn.subject().isEmpty()) {
            body.put("subject", turn.subject());
        }
        Product item = turn.memory().product().map(shop::product).orElse(null);
        Price price = item == null ? null : item.price();
        body.put("currency", price == null ? USUAL_CURRENCY : price.currency());
        var lines = body.putArray("lines");
        if (item != null && price != null) {
            lines.addObject().put("productId", item.id()).put("quantity", 1).put("price", price.minorUnits());
        }
        return body;
    }

    private static String told(JsonNode answer, Words words) {
        if (answer.path("applies").asBoolean()) {
            return words.say("coupon.applies");
        }
        String code = answer.path("reason").path("code").asText();
        String reason = answer.path("reason").path("text").asText();
        return OF_BASKET.contains(code) ? words.say("coupon.basket") : words.say("coupon.refused", reason);
    }
}
