package dev.aisle.platform.sealing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.aisle.platform.consent.SeenConsent;

/**
 * A message of which a part can be sealed in the log. What routes it and decides about it stays clear: the fields that the contract marks
 * {@code in_clear}.
 */
public interface Sealable<M extends Message> {
    /** The message without what can be sealed. */
    M clear(M message);

    /** What can be sealed, and nothing else. */
    M payload(M message);

    /** Both together again. */
    M whole(M clear, M payload);

    /** The sealed payload; empty when it stands clear. */
    ByteString sealed(M message);

    /** The clear part with its sealed payload. */
    M withSealed(M clear, ByteString sealed);

    /** Names the message within its topic. */
    String id(M message);

    /** Whose it is, and under which consent it came to be. */
    SeenConsent seen(M message);

    Parser<M> parser();
}
