package dev.aisle.profile.people.values.domain;

import dev.aisle.contracts.Keeps;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A pure function that costs much, with the answers to its latest questions. When it is full it forgets all, so that it stays small and an answer
 * is never one to another question. A question is made of numbers, not of people.
 *
 * @param <Q> a question, by its value
 * @param <A> its only answer
 */
@Keeps(ofNobody = "answers to questions made of numbers")
final class Remembered<Q, A> {
    private final Function<Q, A> function;
    private final int most;
    private final Map<Q, A> answers = new ConcurrentHashMap<>();

    /** @param most so many answers are kept, as many more as threads ask at one time */
    Remembered(Function<Q, A> function, int most) {
        this.function = function;
        this.most = most;
    }

    A of(Q question) {
        A known = answers.get(question);
        if (known != null) {
            return known;
        }
        A answer = function.apply(question);
        if (answers.size() >= most) {
            answers.clear();
        }
        answers.put(question, answer);
        return answer;
    }
}
