"""The example of settings is what the settings say."""

from infra.variables import draw_example, main
from runtime.settings import variable_names


def test_every_setting_is_drawn_with_its_sentence_and_default():
    drawn = draw_example()
    for name, sentence in variable_names().items():
        assert f"# {sentence}\n# {name}=" in drawn
    assert "# TIMEOUT_MAX_WAIT_DAYS=7.0\n" in drawn
    assert "# DESK_BOT_DANGEROUSLY_ALLOW_ANONYMOUS=false\n" in drawn


def test_no_secret_has_a_default():
    lines = draw_example().splitlines()
    secret = [one for one in lines if any(w in one for w in ("_SECRET=", "PASSWORD=", "TOKEN="))]
    assert secret
    assert all(one.endswith("=") for one in secret)


def test_it_is_written_where_it_belongs(tmp_path):
    assert main(tmp_path) == 0
    assert (tmp_path / ".env.example").read_text("utf-8") == draw_example()
