#!/usr/bin/env bash
# Brings the images of ./aisle images to where a cluster finds them.
#   deploy/load-images.sh kind [CLUSTER] | k3d [CLUSTER] | minikube [PROFILE] | ctr [NAMESPACE] | docker | podman | registry HOST/FOLDER
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
images=${AISLE_IMAGES:-$here/images/target/images}

fail() {
  echo "load-images: $1" >&2
  exit 1
}

need() {
  command -v "$1" >/dev/null || fail "$1 is needed for \"$way\" and was not found on PATH."
}

way=${1:-}
target=${2:-}
case "$way" in
  kind | k3d | minikube | ctr | docker | podman | registry) ;;
  *) fail "expected one of: kind [CLUSTER], k3d [CLUSTER], minikube [PROFILE], ctr [NAMESPACE], docker, podman, registry HOST/FOLDER" ;;
esac
shopt -s nullglob
archives=("$images"/aisle-*.tar)
[ ${#archives[@]} -gt 0 ] || fail "there is no image in $images: make them with ./aisle images, or name their folder by AISLE_IMAGES."

# The name and tag that stand in an OCI archive.
reference() {
  tar -xOf "$1" index.json | sed -n 's/.*"org.opencontainers.image.ref.name":"\([^"]*\)".*/\1/p'
}

for archive in "${archives[@]}"; do
  name=$(basename "$archive" .tar)
  tag=$(reference "$archive")
  tag=${tag##*:}
  [ -n "$tag" ] || fail "$archive names no tag; is it an OCI archive?"
  echo "$name:$tag → $way${target:+ $target}"
  case "$way" in
    kind)
      need kind
      kind load image-archive "$archive" ${target:+--name "$target"}
      ;;
    k3d)
      need k3d
      k3d image import "$archive" ${target:+--cluster "$target"}
      ;;
    minikube)
      need minikube
      minikube ${target:+--profile "$target"} image load "$archive"
      ;;
    ctr)
      need ctr
      ctr --namespace "${target:-k8s.io}" images import --base-name "docker.io/library/$name" "$archive"
      ;;
    docker)
      need docker
      docker load --input "$archive"
      ;;
    podman)
      need podman
      podman load --input "$archive"
      ;;
    registry)
      need skopeo
      [ -n "$target" ] || fail "registry: expected HOST/FOLDER, such as registry.example/aisle"
      skopeo copy "oci-archive:$archive" "docker://$target/$name:$tag"
      ;;
  esac
done
