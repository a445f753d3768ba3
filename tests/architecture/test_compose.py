"""The compose file is whole: real files, real settings, healthy, loopback only, no secrets."""

import json
import os
import re
import shutil
import subprocess

import pytest
import yaml

from runtime.settings import variable_names
from tests.architecture.tree import ROOT, plant

WANTED = {"bot", "worker", "codec", "ops", "postgres", "temporal", "temporal-ui", "prometheus", "grafana",
          "jaeger"}  # fmt: skip
ONCE = {"schema", "namespace"}
"""These run once and end: nothing to ask for their health."""
_SECRET = re.compile(r"PASSWORD|PWD|SECRET|TOKEN|KEYRING")
_VERSION = re.compile(r"^[\w./-]+:v?\d+\.\d+[\w.-]*(?:@sha256:[0-9a-f]{64})?$")


def read(root):
    return yaml.safe_load((root / "docker-compose.yml").read_text("utf-8"))


def find_faults(root, told):
    wrong = [f"{name}: missing" for name in WANTED - told["services"].keys()]
    for name, service in told["services"].items():
        wrong += [f"{name}: {fault}" for fault in service_faults(root, name, service)]
        wrong += [
            f"{name}: waits for {other}, which is not there"
            for other in service.get("depends_on", {})
            if other not in told["services"]
        ]
    return sorted(wrong)


def service_faults(root, name, service):
    if "build" in service:
        yield from build_faults(root, service["build"])
    elif not _VERSION.match(service.get("image", "")):
        yield f"image {service.get('image')} has no version"
    if name not in ONCE and "healthcheck" not in service:
        yield "no health check"
    for port in service.get("ports", []):
        if not str(port).startswith("127.0.0.1:"):
            yield f"port {port} is open to everybody"
    yield from environment_faults(service.get("environment", {}))
    yield from mount_faults(root, service)


def environment_faults(variables):
    for key, value in variables.items():
        if _SECRET.search(key) and not key.endswith("__FILE") and not str(value).startswith("${"):
            yield f"{key} has a default"
        if key.startswith(("DESK_", "TIMEOUT_")) and key not in variable_names():
            yield f"{key} is no setting"


def build_faults(root, build):
    path = root / build.get("context", ".") / build["dockerfile"]
    if not path.is_file():
        yield f"{build['dockerfile']} is missing"
        return
    text = path.read_text("utf-8")
    if not re.search(rf"(?mi)^FROM .* AS {build['target']}$", text):
        yield f"{build['dockerfile']} has no stage {build['target']}"
    if not re.search(r"(?m)^USER (?!root|0)", text):
        yield f"{build['dockerfile']} runs as root"
    loose = [line for line in re.findall(r"(?m)^FROM (\S+)", text) if "@sha256:" not in line]
    stages = set(re.findall(r"(?mi)^FROM \S+ AS (\S+)$", text))
    yield from (f"base {one} has no digest" for one in loose if one not in stages)


def mount_faults(root, service):
    for mount in service.get("volumes", []):
        source = str(mount).partition(":")[0]
        own = source.startswith("./") and source != "./roles.yaml"
        if own and not (root / source).exists():
            yield f"{source} is missing"


def test_the_compose_file_is_whole():
    assert find_faults(ROOT, read(ROOT)) == []


def test_the_folders_the_desk_writes_to_are_volumes_that_belong_to_it():
    """Naive: anchors went beside the data folder, where a read-only image takes none."""
    image = (ROOT / "infra" / "docker" / "Dockerfile").read_text("utf-8")
    owned = re.search(r"chown desk:desk (.+)", image)[1].split()
    for service in read(ROOT)["services"].values():
        settings = service.get("environment", {})
        if not isinstance(service.get("build"), dict):
            continue
        mounted = {str(one).split(":")[1] for one in service["volumes"]} & set(owned)
        named = re.sub(r"\$\{\w+:-(.*)\}", r"\1", settings["DESK_ANCHOR_DIRS"]).split(",")
        assert len(named) > 1
        for folder in (*named, settings["DESK_DATA_DIR"]):
            assert "/".join(folder.split("/")[:2]) in mounted, folder


def test_everything_copied_into_the_image_is_there():
    text = (ROOT / "infra" / "docker" / "Dockerfile").read_text("utf-8")
    copied = re.findall(r"(?m)^COPY (?!--from)(.+) \S+$", text)
    assert copied
    assert [one for line in copied for one in line.split() if not (ROOT / one).exists()] == []


def test_what_is_scraped_is_there():
    told = yaml.safe_load((ROOT / "infra/prometheus/prometheus.yml").read_text("utf-8"))
    targets = [
        t for job in told["scrape_configs"] for one in job["static_configs"] for t in one["targets"]
    ]
    assert {target.partition(":")[0] for target in targets} <= read(ROOT)["services"].keys()


def test_docker_compose_takes_it():
    """Compose's own opinion, where Compose is; the checks above need none."""
    docker = shutil.which("docker")
    asked = [
        docker,
        "compose",
        "-f",
        str(ROOT / "docker-compose.yml"),
        "config",
        "--format",
        "json",
    ]
    if (
        not docker
        or subprocess.run(
            [docker, "compose", "version"], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("could not ask docker compose: it is not installed here")
    plain = {key: os.environ[key] for key in ("PATH", "HOME", "DOCKER_CONFIG") if key in os.environ}
    said = subprocess.run(asked, capture_output=True, text=True, check=False, env=plain)
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout)["services"].keys() >= WANTED


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"image": "grafana/grafana"}, "x: image grafana/grafana has no version"),
        ({"image": "grafana/grafana:latest"}, "x: image grafana/grafana:latest has no version"),
        ({"healthcheck": None}, "x: no health check"),
        ({"ports": ["3000:3000"]}, "x: port 3000:3000 is open to everybody"),
        ({"environment": {"POSTGRES_PASSWORD": "desk"}}, "x: POSTGRES_PASSWORD has a default"),
        ({"environment": {"DESK_HOST": "1"}}, "x: DESK_HOST is no setting"),
        ({"volumes": ["./nowhere:/x"]}, "x: ./nowhere is missing"),
        ({"depends_on": {"y": {}}}, "x: waits for y, which is not there"),
        ({"build": {"dockerfile": "None", "target": "x"}}, "x: None is missing"),
        ({"build": {"dockerfile": "Dockerfile", "target": "x"}}, "x: Dockerfile has no stage x"),
        ({"build": {"dockerfile": "Dockerfile", "target": "a"}}, "x: Dockerfile runs as root"),
        ({"build": {"dockerfile": "Dockerfile", "target": "a"}}, "x: base python:3 has no digest"),
    ],
)
def test_planted_faults_are_found(tmp_path, change, fault):
    plant(tmp_path, {"Dockerfile": "FROM python:3 AS a\nUSER root\n"})
    service = {"image": "a/b:1.0", "healthcheck": {}} | change
    service = {key: value for key, value in service.items() if value is not None}
    assert fault in find_faults(tmp_path, {"services": {"x": service}})
