package dev.aisle.assistant.tools;

import dev.aisle.assistant.conversations.domain.Answer;
import dev.aisle.assistant.conversations.domain.AnswerKind;
import dev.aisle.assistant.conversations.domain.ShownProduct;
import dev.aisle.assistant.conversations.domain.Words;
import dev.aisle.assistant.conversations.usecase.Reply;
import dev.aisle.assistant.conversations.usecase.Turn;
import dev.aisle.assistant.reviews.ReviewSummary;
import dev.aisle.assistant.reviews.ReviewSummary.AspectSummary;
import dev.aisle.assistant.reviews.SummariseReviews;
import dev.aisle.assistant.shop.Product;
import dev.aisle.assistant.shop.Shop;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what others write about a product: how many, and of each aspect how many speak well or badly of it, with a sentence of theirs in quotation marks. */
@Singleton
public class AnswerReviews {
    private static final Pattern ASKED = Pattern.compile(
            "\\breviews?\\b|\\bratings?\\b|what (?:do|did) (?:others|people|customers|buyers)|评价|评论|口碑|买家秀|别人.{0,4}(?:说|觉得)",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_ASPECTS = 3;
    private static final double HUNDRED = 100;

    private final SummariseReviews reviews;
    private final Shop shop;
    private final NameProducts names;

    AnswerReviews(SummariseReviews reviews, Shop shop, NameProducts names) {
        this.reviews = reviews;
        this.shop = shop;
        this.names = names;
    }

    /** Whether the text asks what others say. */
    public boolean isAsked(Turn turn) {
        return ASKED.matcher(turn.text()).find();
    }

    /** What they say of a product; empty when too few say anything. */
    public Optional<Reply> answer(Turn turn, String productId) {
        Product item = shop.product(productId);
        if (item == null) {
            return Optional.empty();
        }
        ReviewSummary summary = reviews.of(productId, turn.language());
        if (summary.aspects().isEmpty()) {
            return Optional.empty();
        }
        Words words = turn.words();
        String title = names.in(turn.language(), List.of(item)).getOrDefault(productId, item.title());
        List<String> said = new ArrayList<>();
        said.add(words.say("reviews.number", Integer.toString(summary.reviews()), title));
        summary.aspects().stream().limit(MOST_ASPECTS).forEach(aspect -> said.add(told(aspect, words)));
        Answer answer = new Answer(
                AnswerKind.REVIEWS,
                String.join(words.say("gap"), said),
                List.of(),
                List.of(ShownProduct.of(item, title, null)),
                List.of());
        return Optional.of(Reply.of(turn, answer).remembering(memory -> memory.about(List.of(productId))));
    }

    private static String told(AspectSummary aspect, Words words) {
        String key = "aspect." + aspect.aspect().name().toLowerCase(Locale.ROOT);
        String name = words.knows(key) ? words.say(key) : aspect.aspect().name().toLowerCase(Locale.ROOT);
        String told = words.say("reviews.aspect", name, percent(aspect.good()), percent(aspect.bad()));
        return aspect.sentences().isEmpty()
                ? told
                : told
                        + words.say("gap")
                        + words.say("reviews.quote", aspect.sentences().getFirst());
    }

    private static String percent(double share) {
        return Math.round(share * HUNDRED) + " %";
    }
}
