package dev.aisle.assistant.conversations.domain;

import java.util.List;

/**
 * An answer before it stands in a conversation.
 *
 * @param sources where each sentence of an article is from
 * @param choices what a shopper may tap; it is sent as the next message
 */
public record Answer(
        AnswerKind kind, String text, List<Source> sources, List<ShownProduct> products, List<Choice> choices) {
    public Answer {
        sources = List.copyOf(sources);
        products = List.copyOf(products);
        choices = List.copyOf(choices);
    }

    /** Words only. */
    public static Answer of(AnswerKind kind, String text, Choice... choices) {
        return new Answer(kind, text, List.of(), List.of(), List.of(choices));
    }

    /** The same with other choices. */
    public Answer with(List<Choice> others) {
        return new Answer(kind, text, sources, products, others);
    }

    /** What the text leans on and leads to, as it is kept with a message. */
    public Shown shown() {
        return new Shown(sources, products, choices);
    }

    /** What is shown beside a text. */
    public record Shown(List<Source> sources, List<ShownProduct> products, List<Choice> choices) {
        /** Nothing. */
        public static final Shown NOTHING = new Shown(List.of(), List.of(), List.of());

        public Shown {
            sources = List.copyOf(sources);
            products = List.copyOf(products);
            choices = List.copyOf(choices);
        }
    }
}
