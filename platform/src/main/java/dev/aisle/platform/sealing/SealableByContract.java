package dev.aisle.platform.sealing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.aisle.contracts.common.v1.Common;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.SeenConsent;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A message divided as its contract says. Its class is named by the prototype; it has {@code pseudonym}, {@code sealed} and an id. */
final class SealableByContract<M extends Message> implements Sealable<M> {
    private final Class<M> type;
    private final Parser<M> parser;
    private final FieldDescriptor id;
    private final FieldDescriptor pseudonym;
    private final FieldDescriptor sealed;
    private final @Nullable FieldDescriptor consentVersion;
    private final List<Purpose> keptFor;

    /** @param parser of the same messages as the prototype */
    SealableByContract(Class<M> type, M prototype, Parser<M> parser, String id) {
        Descriptor descriptor = prototype.getDescriptorForType();
        this.type = type;
        this.parser = parser;
        this.id = descriptor.findFieldByName(id);
        this.pseudonym = descriptor.findFieldByName("pseudonym");
        this.sealed = descriptor.findFieldByName("sealed");
        this.consentVersion = descriptor.findFieldByName("consent_version");
        this.keptFor = descriptor.getOptions().getExtension(Common.holding).getKeptForList();
    }

    static boolean isClear(FieldDescriptor field) {
        return field.getOptions().getExtension(Common.inClear);
    }

    @Override
    public M clear(M message) {
        return with(message, SealableByContract::isClear);
    }

    @Override
    public M payload(M message) {
        return with(message, field -> !isClear(field) && !field.equals(sealed));
    }

    private M with(M message, Predicate<FieldDescriptor> kept) {
        Message.Builder some = message.newBuilderForType();
        message.getAllFields().forEach((field, value) -> {
            if (kept.test(field)) {
                some.setField(field, value);
            }
        });
        return type.cast(some.build());
    }

    @Override
    public M whole(M clear, M payload) {
        return type.cast(payload.toBuilder().mergeFrom(clear).build());
    }

    @Override
    public ByteString sealed(M message) {
        return (ByteString) message.getField(sealed);
    }

    @Override
    public M withSealed(M clear, ByteString bytes) {
        return type.cast(clear.toBuilder().setField(sealed, bytes).build());
    }

    @Override
    public String id(M message) {
        return (String) message.getField(id);
    }

    @Override
    public SeenConsent seen(M message) {
        long version = consentVersion == null ? 0 : (long) message.getField(consentVersion);
        return new SeenConsent((String) message.getField(pseudonym), keptFor, version);
    }

    @Override
    public Parser<M> parser() {
        return parser;
    }
}
