import sys
from pathlib import Path

# The tests import by path, so the drawing of grids beside them needs a place on it.
sys.path.insert(0, str(Path(__file__).parent))
