package dev.aisle.privacy.audit.log;

import dev.aisle.algorithms.privacy.merkle.HashChain;
import java.util.regex.Pattern;

/** What a client or user is called in the log: by name, unless the issuer gives out e-mail addresses for names. */
final class ActorName {
    private static final Pattern PLAIN = Pattern.compile("[\\w.:-]{1,100}");
    private static final int DIGITS = 16;

    private ActorName() {}

    /** The name, or the beginning of its hash: the same for the same actor, and no address. */
    public static String of(String principal) {
        return PLAIN.matcher(principal).matches()
                ? principal
                : "actor-" + HashChain.hash(principal).substring(0, DIGITS);
    }
}
