package dev.aisle.profile.people.edge;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.profile.v1.GetProfileRequest;
import dev.aisle.contracts.profile.v1.GetProfilesRequest;
import dev.aisle.contracts.profile.v1.GetProfilesResponse;
import dev.aisle.contracts.profile.v1.Profile;
import dev.aisle.contracts.profile.v1.ProfilesGrpc;
import dev.aisle.contracts.profile.v1.StreamSegmentRequest;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.people.usecase.ReadProfile;
import dev.aisle.profile.people.usecase.ReadableProfile;
import dev.aisle.profile.people.usecase.StreamSegment;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Profiles over gRPC. */
@GrpcService
@Blocking
class ProfilesEndpoint extends ProfilesGrpc.ProfilesImplBase {
    private final ReadProfile readProfile;
    private final StreamSegment streamSegment;

    ProfilesEndpoint(ReadProfile readProfile, StreamSegment streamSegment) {
        this.readProfile = readProfile;
        this.streamSegment = streamSegment;
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void getProfile(GetProfileRequest request, StreamObserver<Profile> answer) {
        ProfileChecks checks = new ProfileChecks();
        checks.pseudonym("pseudonym", request.getPseudonym());
        Purpose purpose = checks.purpose("purpose", request.getPurpose());
        refuseIfAnyIn(checks);
        Profile profile = readProfile
                .read(request.getPseudonym(), purpose)
                .map(ProfileMessages::message)
                .orElseThrow(() -> Status.NOT_FOUND
                        .withDescription("There is no profile that may be read.")
                        .asRuntimeException());
        answer.onNext(profile);
        answer.onCompleted();
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void getProfiles(GetProfilesRequest request, StreamObserver<GetProfilesResponse> answer) {
        ProfileChecks checks = new ProfileChecks();
        checks.pseudonyms("pseudonyms", request.getPseudonymsList());
        Purpose purpose = checks.purpose("purpose", request.getPurpose());
        refuseIfAnyIn(checks);
        Set<String> asked = new LinkedHashSet<>(request.getPseudonymsList());
        Map<String, ReadableProfile> found = readProfile.read(asked, purpose);
        answer.onNext(GetProfilesResponse.newBuilder()
                .addAllProfiles(asked.stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(ProfileMessages::message)
                        .toList())
                .build());
        answer.onCompleted();
    }

    @Override
    @RolesAllowed({Role.SERVICE})
    public void streamSegment(StreamSegmentRequest request, StreamObserver<Profile> answer) {
        ProfileChecks checks = new ProfileChecks();
        if (request.getSegmentId().isEmpty()) {
            checks.refuse("segment_id", "is missing");
        }
        if (request.getSegmentId().indexOf('\0') >= 0) {
            checks.refuse("segment_id", "has a zero byte");
        }
        if (!request.getAfter().isEmpty()) {
            checks.pseudonym("after", request.getAfter());
        }
        Purpose purpose = checks.purpose("purpose", request.getPurpose());
        refuseIfAnyIn(checks);
        if (!streamSegment.exists(request.getSegmentId())) {
            throw Status.NOT_FOUND
                    .withDescription("There is no segment " + request.getSegmentId() + ".")
                    .asRuntimeException();
        }
        Flow flow = new Flow((ServerCallStreamObserver<Profile>) answer);
        streamSegment.stream(
                request.getSegmentId(),
                request.getAfter(),
                purpose,
                readable -> flow.send(ProfileMessages.message(readable)));
        flow.end();
    }

    private static void refuseIfAnyIn(ProfileChecks checks) {
        if (checks.errors().isEmpty()) {
            return;
        }
        BadRequest.Builder violations = BadRequest.newBuilder();
        checks.errors()
                .forEach(error -> violations.addFieldViolations(
                        FieldViolation.newBuilder().setField(error.field()).setDescription(error.message())));
        throw StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(Code.INVALID_ARGUMENT_VALUE)
                .setMessage(checks.errors().stream()
                        .map(error -> error.field() + ": " + error.message())
                        .collect(Collectors.joining("; ")))
                .addDetails(Any.pack(violations.build()))
                .build());
    }
}
