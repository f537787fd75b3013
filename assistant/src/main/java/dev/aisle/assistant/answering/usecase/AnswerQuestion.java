package dev.aisle.assistant.answering.usecase;

import dev.aisle.assistant.conversations.domain.Answer;
import dev.aisle.assistant.conversations.domain.AnswerKind;
import dev.aisle.assistant.conversations.domain.Memory.Awaited;
import dev.aisle.assistant.conversations.domain.ReceivedText.Legible;
import dev.aisle.assistant.conversations.domain.Words;
import dev.aisle.assistant.conversations.usecase.Reply;
import dev.aisle.assistant.conversations.usecase.Turn;
import dev.aisle.assistant.tools.AnswerCoupon;
import dev.aisle.assistant.tools.AnswerOrder;
import dev.aisle.assistant.tools.AnswerPrivacy;
import dev.aisle.assistant.tools.AnswerProducts;
import dev.aisle.assistant.tools.AnswerReviews;
import dev.aisle.assistant.understanding.entities.Entity;
import dev.aisle.assistant.understanding.intents.Intent;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds who answers: a tool, the articles, or nobody, which is said. */
@Singleton
class AnswerQuestion {
    private final AnswerFromArticles articles;
    private final AnswerOrder orders;
    private final AnswerProducts products;
    private final AnswerCoupon coupons;
    private final AnswerPrivacy privacy;
    private final AnswerReviews reviews;

    AnswerQuestion(
            AnswerFromArticles articles,
            AnswerOrder orders,
            AnswerProducts products,
            AnswerCoupon coupons,
            AnswerPrivacy privacy,
            AnswerReviews reviews) {
        this.articles = articles;
        this.orders = orders;
        this.products = products;
        this.coupons = coupons;
        this.privacy = privacy;
        this.reviews = reviews;
    }

    /** The answer; there always is one. */
    Reply answer(Turn turn, Legible text) {
        Words words = turn.words();
        if (!text.hasWords()) {
            return new Reply(Answer.of(AnswerKind.UNSURE, words.say("unsure.no-words")), turn.memory());
        }
        if (!text.isOfKnownScript()) {
            return new Reply(
                    Answer.of(AnswerKind.UNSURE, words.say("unsure.script"), words.choice("choice.person")),
                    turn.memory());
        }
        return awaited(turn).or(() -> wanted(turn)).orElseGet(() -> unsure(turn));
    }

    /** What the shopper was asked for. */
    private Optional<Reply> awaited(Turn turn) {
        return switch (turn.memory().awaited()) {
            case NOTHING -> Optional.empty();
            case ORDER_NUMBER -> AnswerOrder.named(turn).map(_ -> orders.answer(turn));
            case COUPON_CODE -> coupons.answer(turn);
            case CONFIRM_ACCESS, CONFIRM_ERASURE -> privacy.confirmed(turn).or(() -> declined(turn));
        };
    }

    private static Optional<Reply> declined(Turn turn) {
        Words words = turn.words();
        return turn.text().strip().equals(words.say("choice.no"))
                ? Optional.of(Reply.of(turn, Answer.of(AnswerKind.PRIVACY, words.say("privacy.declined"))))
                : Optional.empty();
    }

    private Optional<Reply> wanted(Turn turn) {
        Words words = turn.words();
        if (turn.text().strip().equals(words.say("choice.person"))) {
            return Optional.of(person(turn));
        }
        Optional<Reply> others = reviews.isAsked(turn)
                ? products.product(turn).flatMap(id -> reviews.answer(turn, id))
                : Optional.empty();
        return others.or(() -> byIntent(turn));
    }

    private Optional<Reply> byIntent(Turn turn) {
        Words words = turn.words();
        return switch (turn.intent()) {
            case PERSON_WANTED -> Optional.of(person(turn));
            case SMALL_TALK ->
                Optional.of(new Reply(Answer.of(AnswerKind.SMALL_TALK, words.say("small-talk")), turn.memory()));
            case ORDER_STATUS -> Optional.of(orders.answer(turn));
            case PRIVACY_REQUEST -> privacy.answer(turn).or(() -> articles.answer(turn));
            case COUPON -> coupons.answer(turn).or(() -> articles.answer(turn)).or(() -> couponCode(turn));
            case COMPARISON -> Optional.of(products.compared(turn));
            case RECOMMENDATION -> products.recommended(turn).or(() -> articles.answer(turn));
            case PRODUCT_QUESTION -> product(turn);
            case COMPLAINT ->
                articles.answer(turn).map(reply -> sorry(turn, reply)).or(() -> Optional.of(sorry(turn)));
            case RETURN, DELIVERY, SHOP_QUESTION -> articles.answer(turn).or(() -> orderNamed(turn));
            case OUT_OF_SCOPE -> orderNamed(turn).or(() -> outside(turn) ? Optional.empty() : articles.answer(turn));
        };
    }

    private static Reply person(Turn turn) {
        return new Reply(Answer.of(AnswerKind.HAND_OVER, ""), turn.memory().awaiting(Awaited.NOTHING));
    }

    /** Surely nothing that a shop answers; whatever isn't sure is tried in the articles, which have a bar of their own. */
    private static boolean outside(Turn turn) {
        boolean alone = turn.question().equals(turn.text());
        return alone && turn.understood().sure() && turn.understood().intent() == Intent.OUT_OF_SCOPE;
    }

    /** Who names only a number of an order means to ask for it. */
    private Optional<Reply> orderNamed(Turn turn) {
        return turn.named(Entity.Kind.ORDER_NUMBER).isEmpty() ? Optional.empty() : Optional.of(orders.answer(turn));
    }

    private Optional<Reply> couponCode(Turn turn) {
        return coupons.ready() ? Optional.of(coupons.askCode(turn)) : Optional.empty();
    }

    private Optional<Reply> product(Turn turn) {
        boolean named = !turn.named(Entity.Kind.PRODUCT).isEmpty();
        return named
                ? products.facts(turn).or(() -> articles.answer(turn))
                : articles.answer(turn).or(() -> products.facts(turn)).or(() -> products.recommended(turn));
    }

    private static Reply sorry(Turn turn, Reply reply) {
        Words words = turn.words();
        Answer told = reply.answer();
        Answer answer = new Answer(
                told.kind(),
                words.say("sorry") + words.say("gap") + told.text(),
                told.sources(),
                told.products(),
                java.util.List.of(words.choice("choice.person")));
        return new Reply(answer, reply.memory());
    }

    private static Reply sorry(Turn turn) {
        Words words = turn.words();
        return Reply.of(turn, Answer.of(AnswerKind.UNSURE, words.say("sorry.person"), words.choice("choice.person")));
    }

    private static Reply unsure(Turn turn) {
        Words words = turn.words();
        return new Reply(
                Answer.of(AnswerKind.UNSURE, words.say("unsure"), words.choice("choice.person")),
                turn.memory().awaiting(Awaited.NOTHING));
    }
}
