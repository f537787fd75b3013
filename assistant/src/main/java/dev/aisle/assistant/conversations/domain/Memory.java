package dev.aisle.assistant.conversations.domain;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.understanding.intents.Intent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation was about last. Texts are empty where nothing is remembered.
 *
 * @param question the last one that could stand alone
 * @param intent the last one that was sure; {@code null} before
 * @param article that answered last
 * @param products that were shown or named last, the first is "it"
 * @param order number that was asked for last
 * @param awaited what the assistant has asked the shopper to tell or confirm
 */
public record Memory(
        String question,
        @Nullable Intent intent,
        String article,
        List<String> products,
        String order,
        Awaited awaited) {
    /** Nothing was said. */
    public static final Memory NONE = new Memory("", null, "", List.of(), "", Awaited.NOTHING);

    private static final int LONGEST_QUESTION = 300;

    public Memory {
        products = List.copyOf(products);
    }

    /** What the next message may answer. */
    public enum Awaited {
        NOTHING,
        ORDER_NUMBER,
        COUPON_CODE,
        /** That a copy of everything known is to be made. */
        CONFIRM_ACCESS,
        /** That everything known is to be erased. */
        CONFIRM_ERASURE
    }

    /** After a question that stands alone. */
    public Memory asked(StorableText asked, Intent wanted) {
        String text = asked.text();
        String kept = text.length() > LONGEST_QUESTION ? text.substring(0, LONGEST_QUESTION) : text;
        return new Memory(kept, wanted, article, products, order, awaited);
    }

    /** After an answer from an article. */
    public Memory answeredBy(String articleId) {
        return new Memory(question, intent, articleId, products, order, awaited);
    }

    /** After products were shown; none leaves those of before. */
    public Memory about(List<String> shown) {
        return shown.isEmpty() ? this : new Memory(question, intent, article, shown, order, awaited);
    }

    /** After an order was spoken of. */
    public Memory ofOrder(String number) {
        return new Memory(question, intent, article, products, number, awaited);
    }

    /** When the shopper was asked something. */
    public Memory awaiting(Awaited what) {
        return new Memory(question, intent, article, products, order, what);
    }

    /** The product that "it" is. */
    public Optional<String> product() {
        return products.stream().findFirst();
    }
}
