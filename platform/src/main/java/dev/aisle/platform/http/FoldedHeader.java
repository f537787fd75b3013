package dev.aisle.platform.http;

import io.netty.handler.codec.DecoderResult;

/** Mark of a request that could be decoded, but of which a header went over several lines (obs-fold). */
final class FoldedHeader extends DecoderResult {
    static final FoldedHeader MARK = new FoldedHeader();

    private FoldedHeader() {
        super(new IllegalArgumentException("a header goes over several lines"));
    }

    @Override
    public boolean isSuccess() {
        return true;
    }

    @Override
    public boolean isFailure() {
        return false;
    }
}
