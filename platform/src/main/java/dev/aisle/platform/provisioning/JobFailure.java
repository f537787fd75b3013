package dev.aisle.platform.provisioning;

/** Why a job can't do its work, in words for whoever reads the pod's last line. */
final class JobFailure extends RuntimeException {
    JobFailure(String message) {
        super(message);
    }
}
