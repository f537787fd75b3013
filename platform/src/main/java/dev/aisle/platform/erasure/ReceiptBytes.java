package dev.aisle.platform.erasure;

import com.google.protobuf.CodedOutputStream;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What the signature of a receipt is over: its bytes without the signature, maps ordered by key. */
public final class ReceiptBytes {
    private ReceiptBytes() {}

    /** These bytes. */
    public static byte[] signed(ErasureReceipt receipt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            receipt.toBuilder().clearSignature().build().writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory doesn't fail", e);
        }
        return bytes.toByteArray();
    }
}
